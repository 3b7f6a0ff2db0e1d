using System.Text;
using Dari.Generator.Emit;
using Dari.Generator.Model;
using Dari.Generator.Review.Surface;
using Dari.Generator.Tests.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dari.Generator.Tests.Review;

/// <summary>A program that uses all that a surface offers: each member, each value, each method, each case.</summary>
internal static class UserProgram
{
    public static string Of(IReadOnlyList<SurfaceLine> surface)
    {
        var code = new StringBuilder("#nullable enable annotations\nnamespace Acme.Shop;\nusing System;\nusing System.Collections.Generic;\nusing System.IO;\nusing System.Net;\nusing System.Text.Json;\nusing System.Text.Json.Nodes;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing Dari;\nusing Dari.Json;\nusing Dari.Streaming;\nusing Dari.Webhooks;\npublic static class UserProgram\n{\n");
        int number = 0;
        foreach (SurfaceLine line in surface)
        {
            if (Use(line, surface) is { } use)
            {
                code.Append("    public static ").Append(use.Replace("@@", "Use" + ++number, StringComparison.Ordinal)).Append('\n');
            }
        }

        return code.Append("}\n").ToString();
    }

    /// <summary>What the compiler finds wrong with a program that is compiled with the files of a client.</summary>
    public static IReadOnlyList<string> Errors(ClientModel client, string program)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12);
        IEnumerable<SyntaxTree> trees = ClientEmitter.Emit(client, CancellationToken.None)
            .Select(file => CSharpSyntaxTree.ParseText(file.Text, parsing))
            .Append(CSharpSyntaxTree.ParseText(program, parsing));
        var compilation = CSharpCompilation.Create(
            "Program", trees, Frameworks.Running, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return [.. compilation.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error).Select(problem => problem.ToString())];
    }

    private static string? Use(SurfaceLine line, IReadOnlyList<SurfaceLine> surface) => line.Kind switch
    {
        SurfaceKind.Member => Typed(line) + " @@(" + line.Type + " x) => x." + line.Name + ";",
        SurfaceKind.Value => line.Type + " @@() => " + line.Key + ";",
        SurfaceKind.Case => "bool @@(" + line.Type + " x) => x is " + line.Key[(line.Key.LastIndexOf(' ') + 1)..] + ";",
        SurfaceKind.Conversion => line.Type + " @@(" + line.Key[(line.Key.IndexOf("<- ", StringComparison.Ordinal) + 3)..] + " x) => x;",
        SurfaceKind.Method when line.Type.StartsWith('I') && !line.Wire.Contains(", ", StringComparison.Ordinal) => Call(line),
        SurfaceKind.Type when line.Plain == "sealed record" || line.Plain.StartsWith("sealed record :", StringComparison.Ordinal) => Make(line, surface),
        _ => null,
    };

    private static string Make(SurfaceLine type, IReadOnlyList<SurfaceLine> surface)
    {
        string[] owners = [type.Key, .. type.Plain.Replace("sealed record", "", StringComparison.Ordinal).TrimStart(' ', ':').Split(", ")];
        IEnumerable<string> members = surface
            .Where(line => line.Kind == SurfaceKind.Member && owners.Contains(line.Type) && !line.Plain.Contains("=>", StringComparison.Ordinal))
            .Where(line => line.Type == type.Key || surface.Single(owner => owner.Key == line.Type).Plain == "abstract record")
            .Select(line => line.Name)
            .Distinct();
        return type.Key + " @@(" + type.Key + " x) => new() { " + string.Join(", ", members.Select(name => name + " = x." + name)) + " };";
    }

    private static string Call(SurfaceLine method)
    {
        int open = method.Plain.IndexOf(" (", StringComparison.Ordinal);
        string[] parameters = [.. Split(method.Plain[(open + 2)..^1]).SkipLast(2)];
        string names = string.Join(", ", parameters.Select(parameter => parameter.Split(" = ")[0].Split(' ')[^1]));
        string declared = string.Concat(parameters.Select(parameter => ", " + parameter.Split(" = ")[0]));
        return method.Plain[..open] + " @@(" + method.Type + " client" + declared + ") => client." + method.Name + "(" + names + ");";
    }

    private static string Typed(SurfaceLine member)
    {
        string type = member.Plain.Split(" => ")[0];
        return type.StartsWith("required ", StringComparison.Ordinal) ? type["required ".Length..] : type;
    }

    private static IEnumerable<string> Split(string parameters)
    {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            depth += parameters[i] is '<' ? 1 : parameters[i] is '>' ? -1 : 0;
            if (parameters[i] == ',' && depth == 0)
            {
                yield return parameters[start..i].Trim();
                start = i + 1;
            }
        }

        yield return parameters[start..].Trim();
    }
}
