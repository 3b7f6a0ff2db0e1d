using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>What every emitter of one client looks up: accessibility, version, declared types by name.</summary>
internal sealed class ClientScope
{
    private static readonly string Version = ReadVersion();

    private readonly Dictionary<Identifier, TypeModel> _types;
    private readonly HashSet<Identifier> _obsolete;
    private readonly HashSet<(Identifier Name, BodyKind Kind)> _bodies;

    public ClientScope(ClientModel client)
    {
        Client = client;
        _types = client.Types.ToDictionary(type => type.Name);
        _obsolete = new HashSet<Identifier>(client.Types.Where(type => type.Docs.Obsolete is not null).Select(type => type.Name));
        _bodies = new HashSet<(Identifier, BodyKind)>(client.Tags.SelectMany(tag => tag.Operations)
            .Where(operation => operation.Body?.Value is NamedValue)
            .Select(operation => (((NamedValue)operation.Body!.Value).Name, operation.Body.Kind)));
        Names = new FrameworkNames(DeclaredNames.In(client));
    }

    public ClientModel Client { get; }

    public FrameworkNames Names { get; }

    public Code Access => Code.Either(Client.IsPublic, $"public", $"internal");

    /// <summary>Once a type.</summary>
    public Code Stamp => $"[GeneratedCode(\"Dari.Generator\", {Literal.String(Version)})]";

    public TypeModel? Find(Identifier name) => _types.TryGetValue(name, out TypeModel? type) ? type : null;

    public bool IsObsolete(Identifier name) => _obsolete.Contains(name);

    /// <summary>Of an interface type: C# allows no conversion operator from it.</summary>
    public bool IsInterface(ValueModel value) => value switch
    {
        ListValue or MapValue => true,
        NamedValue named => Find(named.Name) is UnionModel { IsInterface: true },
        _ => false,
    };

    /// <summary>Whether some operation sends an object as a body of this kind.</summary>
    public bool IsSentAs(Identifier name, BodyKind kind) => _bodies.Contains((name, kind));

    private static string ReadVersion()
    {
        Assembly assembly = typeof(ClientScope).Assembly;
        string? text = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

        // Behind the plus sign stands the commit: the code would differ from build to build.
        return (text ?? assembly.GetName().Version.ToString()).Split('+')[0];
    }
}
