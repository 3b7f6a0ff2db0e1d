using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Emit;
using Dari.Generator.Model;

namespace Dari.Generator.Review.Surface;

/// <summary>The lines of a method: itself, its parameters, and what it answers with.</summary>
internal static class OperationSurface
{
    public static IEnumerable<SurfaceLine> Write(TagModel tag, OperationModel operation, ClientScope scope)
    {
        string key = tag.Interface.Plain + "." + operation.Name.Plain;
        string mark = operation.Docs.Obsolete is null ? "" : SurfaceLine.Obsolete;
        string result = CodeText.Of(new ResponseCode(operation.Response).Type());
        string parameters = string.Join(", ", new Signature(operation).Parameters().Select(CodeText.Of));
        yield return new SurfaceLine(key, mark + result + " (" + parameters + ")", SurfaceLine.OnOneLine(operation.Method + " " + operation.Template));
        foreach (SurfaceLine line in Parameters(key, operation).Concat(Outcomes(key, operation, scope.Client)))
        {
            yield return line;
        }

        foreach (CompanionModel companion in operation.Companions)
        {
            string kind = companion.GetType().Name.Replace("Model", "").Replace("Companion", "");
            string signature = CompanionSignature.Of(companion, operation, scope);
            if (signature.Length > 0)
            {
                yield return new SurfaceLine(
                    tag.Interface.Plain + "." + companion.Name.Plain,
                    signature,
                    SurfaceLine.OnOneLine(operation.Method + " " + operation.Template + ", " + kind.ToLowerInvariant()));
            }
        }
    }

    private static IEnumerable<SurfaceLine> Parameters(string key, OperationModel operation)
    {
        foreach (ParameterModel parameter in operation.Leading)
        {
            yield return Parameter(key, parameter, CodeText.Of(CSharpType.Of(parameter.Value).Code));
        }

        if (operation.Body is { } body)
        {
            CSharpType type = Signature.BodyType(body);
            string text = CodeText.Of((body.IsRequired && (!body.IsNullable || body.Kind == BodyKind.Lines) ? type : type.OrNull()).Code);
            yield return new SurfaceLine(key + "(" + body.Name.Plain + ")", text, SurfaceLine.OnOneLine("body " + body.ContentType));
        }

        if (operation.Query is { } query)
        {
            yield return new SurfaceLine(key + "(" + query.Name.Plain + ")", query.Type.Plain + (query.IsRequired ? "" : "?"), "query");
        }

        foreach (ParameterModel parameter in operation.Trailing)
        {
            yield return Parameter(key, parameter, CodeText.Of(CSharpType.OrNull(parameter.Value).Code));
        }
    }

    private static SurfaceLine Parameter(string key, ParameterModel parameter, string type) =>
        new(key + "(" + parameter.Name.Plain + ")", type, WireOf(parameter));

    /// <summary>Where it goes, what it is called there, and how it is written when that is not plain.</summary>
    public static string WireOf(ParameterModel parameter) => SurfaceLine.OnOneLine(
        parameter.Place.ToString().ToLowerInvariant() + " " + parameter.WireName
        + (parameter.Style == ParameterStyle.Plain ? "" : ", " + parameter.Style.ToString().ToLowerInvariant()));

    private static IEnumerable<SurfaceLine> Outcomes(string key, OperationModel operation, ClientModel client)
    {
        string media = operation.Accept is { } accept ? "2XX " + accept : "2XX";
        yield return new SurfaceLine(key + " -> 2XX", CodeText.Of(new ResponseCode(operation.Response).Type()), SurfaceLine.OnOneLine(media));
        if (operation.Errors is not { } errors)
        {
            yield break;
        }

        foreach (ErrorEntryModel entry in client.ErrorTables.First(table => table.Name == errors).Entries)
        {
            yield return new SurfaceLine(
                key + " -> " + entry.Status, "ApiException<" + CodeText.Of(CSharpType.Of(entry.Value).Code) + ">", entry.Status);
        }
    }
}
