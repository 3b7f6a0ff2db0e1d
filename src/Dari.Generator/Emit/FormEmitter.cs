using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>How an object becomes the parts of a multipart body or the fields of a form.</summary>
internal static class FormEmitter
{
    /// <summary>Extensions, because inside the record its members would hide names of the runtime.</summary>
    public static Code Extensions(ObjectModel model, ClientScope scope)
    {
        Code methods = Lines.Spaced(Method(model, BodyKind.Multipart, scope), Method(model, BodyKind.UrlEncoded, scope));
        return Code.LineWhen(!methods.IsDrop, $$"""
            {{scope.Stamp}}
            internal static class {{model.Name}}Wire
            {
                {{methods}}
            }
            """);
    }

    private static Code Method(ObjectModel model, BodyKind kind, ClientScope scope)
    {
        if (model.Parts.Count == 0 || !scope.IsSentAs(model.Name, kind))
        {
            return Code.Drop;
        }

        var names = new LocalNames(["form", "value"]);
        IEnumerable<Code> parts = model.Parts.Select(part => new FormPart(part, model, names, scope))
            .Select(part => kind == BodyKind.Multipart ? part.Multipart() : part.Field());
        return $$"""
            public static {{Type(kind)}} {{MethodName(kind)}}(this {{model.Name}} value)
            {
                var form = new {{Type(kind)}}();
                {{Lines.Stacked(parts)}}
                {{Additional(model, kind)}}
                return form;
            }
            """;
    }

    /// <summary>Files under names that the caller chooses.</summary>
    private static Code Additional(ObjectModel model, BodyKind kind) => Code.LineWhen(
        kind == BodyKind.Multipart && model.Additional is { Kind: AdditionalKind.Typed, Value: ScalarValue { Kind: ScalarKind.File } },
        $"form.AddNamedFiles(value.{model.Additional.Name});");

    public static Identifier MethodName(BodyKind kind) => Identifier.From(kind == BodyKind.Multipart ? "ToMultipart" : "ToForm");

    private static Code Type(BodyKind kind) => kind switch
    {
        BodyKind.Multipart => $"MultipartBody",
        BodyKind.UrlEncoded => $"FormBody",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
