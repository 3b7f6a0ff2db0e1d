namespace Dari.Cli.Tests.Running;

/// <summary>Folders of agents.</summary>
internal static class AgentSource
{
    public const string Manifest = """
        name: support-agent
        harness: pi
        instructions:
          system: prompts/system.md
        llm:
          model: anthropic/claude-sonnet-4
        custom_tools:
          - name: add
            path: tools/add
            kind: main
        """;

    /// <summary>Writes an agent without faults.</summary>
    public static void Write(Surroundings surroundings, string name = "agent", string manifest = Manifest)
    {
        surroundings.Write($"{name}/dari.yml", manifest);
        surroundings.Write($"{name}/prompts/system.md", "Be kind.");
        surroundings.Write($"{name}/tools/add/tool.yml", "name: add\ndescription: Adds.\ninput_schema: in.json\nruntime: python\nhandler: add.py:add\n");
        surroundings.Write($"{name}/tools/add/in.json", "{}");
        surroundings.Write($"{name}/tools/add/add.py", "def add(a, b):\n    return a + b\n");
    }
}
