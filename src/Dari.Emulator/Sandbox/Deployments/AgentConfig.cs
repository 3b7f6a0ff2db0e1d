using System.Text.Json.Nodes;
using Dari.Emulator.Sandbox.Commands;

namespace Dari.Emulator.Sandbox.Deployments;

/// <summary>What the emulator reads out of the configuration of a version.</summary>
internal sealed record AgentConfig
{
    /// <summary>Where a bundle is unpacked.</summary>
    public const string ProjectFolder = "/workspace/project";

    public string? Template { get; init; }

    public string? Workdir { get; init; }

    public JsonNode? Entrypoint { get; init; }

    public JsonNode? Install { get; init; }

    public EnvironmentNeeds? Env { get; init; }

    public ServicePort? Service { get; init; }

    public DebugPolicy? Debug { get; init; }

    public AccessPolicy? Permissions { get; init; }

    /// <summary>The configuration of a version; an empty one when there is none.</summary>
    public static AgentConfig Of(JsonObject? config) => config is null ? new AgentConfig() : SandboxJson.Read<AgentConfig>(config);

    /// <summary>The first variable that is needed and not given, or null.</summary>
    public string? MissingVariable(IReadOnlyDictionary<string, string>? given) =>
        Env?.Required?.FirstOrDefault(name => given is null || !given.ContainsKey(name));

    /// <summary>A command of the configuration as one to run, or null when the emulator knows no such program.</summary>
    public ExecRequest? Command(JsonNode? command) => command switch
    {
        JsonArray { Count: > 0 } words when words.All(IsText) => Known(new ExecRequest
        {
            Command = words[0]!.GetValue<string>(),
            Args = [.. words.Skip(1).Select(word => word!.GetValue<string>())],
        }),
        JsonValue text when IsText(text) => Known(new ExecRequest { Command = text.GetValue<string>(), Shell = true }),
        _ => null,
    };

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.String;

    private ExecRequest? Known(ExecRequest request)
    {
        var program = request.Shell == true
            ? request.Command.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? ""
            : request.Command;
        return CommandTable.Find(program) is null
            ? null
            : request with { Cwd = Workdir ?? ProjectFolder, Background = true, TimeoutSecs = 600 };
    }

    /// <summary>Variables that a version looks for.</summary>
    internal sealed record EnvironmentNeeds(IReadOnlyList<string>? Required, IReadOnlyList<string>? Optional);

    /// <summary>How a version serves.</summary>
    internal sealed record ServicePort(int? Port);

    /// <summary>What is kept after a failure.</summary>
    internal sealed record DebugPolicy(bool? RetainOnFailure, long? RetainSeconds);

    /// <summary>What a version may do.</summary>
    internal sealed record AccessPolicy(bool? PublicUrl);
}
