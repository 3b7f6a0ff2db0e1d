using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Dari.Generator.Emit;
using Dari.Generator.Model;
using Dari.Generator.Tests.Snapshots;

namespace Dari.Generator.Tests.Emit;

/// <summary>A client made from a model, compiled, and run.</summary>
internal sealed class EmittedClient
{
    private readonly Assembly _assembly;

    private EmittedClient(IReadOnlyDictionary<string, string> files, Assembly assembly) => (Files, _assembly) = (files, assembly);

    public IReadOnlyDictionary<string, string> Files { get; }

    /// <param name="model">What to emit.</param>
    /// <param name="code">More C# to compile with it, in the same namespace.</param>
    public static EmittedClient Of(ClientModel model, string code = "")
    {
        Dictionary<string, string> files = ClientEmitter.Emit(model, default).ToDictionary(file => file.HintName, file => file.Text);
        var all = new Dictionary<string, string>(files)
        {
            ["Test.cs"] = "#nullable enable\n#pragma warning disable CS1591\nnamespace Acme;\nusing System.Linq;\nusing Dari;\nusing Dari.Json;\n" + code,
        };
        return new EmittedClient(files, CompiledCode.Of(all).Load());
    }

    /// <summary>The text of the file of that name, whatever its folder.</summary>
    public string File(string name) => Files.Single(file => file.Key.EndsWith("/" + name, StringComparison.Ordinal)).Value;

    /// <summary>Reads JSON as a type of the client and writes it again.</summary>
    public string RoundTrip(string type, string json) => JsonSerializer.Serialize(Read(type, json), Type(type));

    public object Read(string type, string json) => JsonSerializer.Deserialize(json, Type(type))!;

    /// <summary>Calls a static method without parameters of the code that was compiled with the client.</summary>
    public object? Call(string type, string method)
    {
        try
        {
            return Type(type).GetMethod(method)!.Invoke(null, null);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    public Type Type(string name) => _assembly.GetType("Acme." + name, throwOnError: true)!;
}
