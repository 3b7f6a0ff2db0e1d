using Dari.Cli.Manifests;
using Dari.Cli.Tests.Running;

namespace Dari.Cli.Tests.Manifests;

/// <summary>What can be wrong with a manifest, where it is said to be, and what to do about it.</summary>
public sealed class ManifestReaderTests
{
    private const string Full = """
        name: support-agent
        harness:
          kind: customRuntimeServer
          protocol: dari-runtime-v1
          customRuntimeServer: { command: node server.js, port: 8080, health_path: /health, advance_path: /runtime/advance }
        instructions: { system: prompts/system.md }
        llm:
          default: fast
          options:
            fast: { model: openai/gpt-5-mini, provider: openai }
            deep: { model: x/y, base_url: "https://llm.example.com/v1", api_key_secret: LLM_KEY }
        sandbox:
          provider: modal
          provider_api_key_secret: MODAL_TOKEN
          internet_access: true
          runtimes: { node: "20", python: "3.13" }
          packages: { apt: [jq, git] }
          setup: { script: setup.sh }
          env: { PORT: "8080", EMPTY: "" }
          secrets: [GITHUB_TOKEN]
          resources: { cpu: 2, memory_mb: 4096 }
          storage_binding: main
        built_in_tools: [read, bash, read]
        custom_tools:
          - { name: add, path: tools/add/, kind: main, runtime: python, handler: "add.py:add", retries: 2, timeout_seconds: 5, description: Adds. }
          - { name: ask, path: tools/ask, kind: external, timeout_seconds: 60 }
          - { name: coded, path: tools/coded, kind: main, handler: "tools/coded/tool.ts:handler" }
        skills:
          - { name: code-review, path: skills/code-review }
        extensions:
          - { name: search, path: extensions/search }
        """;

    private const string Quickstart = """
        name: support-agent
        sdk: openai-agents
        entrypoint: agent.py:agent
        runtime: { language: python, version: "3.11", timeout_seconds: 300 }
        retries: { max_attempts: 3 }
        secrets: [OPENAI_API_KEY]
        env: { LOG_LEVEL: debug }
        """;

    /// <summary>Old text, new text, and the one problem that the change makes.</summary>
    public static TheoryData<string, string, string> Changes => new()
    {
        { "name: support-agent", "", "dari.yml:1:1: 'name' is missing. Add it, such as: name: my-agent" },
        { "name: support-agent", "name:", "dari.yml:1:1: 'name' is empty. Write a value, or remove the key." },
        { "name: support-agent", "name: 2024", "dari.yml:1:7: 'name' is a number, and has to be text. Put it in quotes: \"2024\"" },
        { "name: support-agent", "name: no", "dari.yml:1:7: 'name' is true or false, and has to be text. Put it in quotes: \"no\"" },
        { "name: support-agent", "name: [a]", "dari.yml:1:7: 'name' is a list, and has to be text." },
        { "name: support-agent", "name: a\nfoo: 1", "dari.yml:2:1: 'foo' is no key. Remove it; known are: name, harness," },
        { "name: support-agent", "name: a\nllms: 1", "dari.yml:2:1: 'llms' is no key. Did you mean 'llm'?" },
        { "name: support-agent", "name: a\nruntime: 1", "dari.yml:2:1: 'runtime' is no key. Move it into 'sandbox', as 'runtimes' or 'dockerfile'." },
        { "name: support-agent", "name: a\nname: b", "dari.yml:2:1: This is not YAML: Duplicate key" },
        { "kind: customRuntimeServer", "kind: flue", "dari.yml:3:9: 'harness.kind' is 'flue', which is unknown. Write one of: pi, customRuntimeServer." },
        { "protocol: dari-runtime-v1", "protocol: v2", "dari.yml:4:13: 'harness.protocol' is 'v2', which is unknown. Write 'dari-runtime-v1'." },
        { "port: 8080", "port: 80800", "dari.yml:5:57: 'harness.customRuntimeServer.port' is 80800, which is out of range. Write a number from 1 to 65535, without quotes." },
        { "port: 8080", "port: \"8080\"", "dari.yml:5:57: 'harness.customRuntimeServer.port' is '8080', and has to be a whole number." },
        { "health_path: /health", "health_path: health", "dari.yml:5:76: 'harness.customRuntimeServer.health_path' is 'health', which is not allowed. Begin it with a slash" },
        { "command: node server.js, ", "", "dari.yml:5:3: 'command' is missing in 'harness.customRuntimeServer'." },
        { "  customRuntimeServer: {", "  #", "dari.yml:2:1: 'customRuntimeServer' is missing in 'harness', whose kind it is." },
        { "kind: customRuntimeServer", "kind: pi", "dari.yml:5:24: 'customRuntimeServer' has no meaning for the kind 'pi'." },
        { "{ system: prompts/system.md }", "{ system: prompts/none.md }", "dari.yml:6:25: There is no file 'prompts/none.md'." },
        { "{ system: prompts/system.md }", "{ system: prompts }", "dari.yml:6:25: There is no file 'prompts'. That is a folder; name a file in it." },
        { "{ system: prompts/system.md }", "{ system: ../secret.md }", "dari.yml:6:25: '../secret.md' is not a path inside the agent's folder." },
        { "{ system: prompts/system.md }", "{ system: /etc/passwd }", "dari.yml:6:25: '/etc/passwd' is not a path inside the agent's folder." },
        { "{ system: prompts/system.md }", "prompts/system.md", "dari.yml:6:15: 'instructions' is text, and has to be a mapping. Write these keys below it, indented: system." },
        { "  default: fast\n", "", "dari.yml:7:1: 'default' is missing in 'llm'. Say which option is taken when a session names none, such as: default: fast" },
        { "default: fast", "default: slow", "dari.yml:8:12: 'slow' is not one of the options. Write one of: fast, deep." },
        { "default: fast", "default: fast\n  model: x/y", "dari.yml:9:10: 'model' stands beside 'options': it is one model or several." },
        { "fast: { model: openai/gpt-5-mini, provider: openai }", "fast: { provider: openai }", "dari.yml:10:5: 'model' is missing in 'llm.options.fast'." },
        { "provider: openai }", "provider: google }", "dari.yml:10:49: 'llm.options.fast.provider' is 'google', which is unknown. Write one of: openrouter, openai, anthropic." },
        { "\"https://llm.example.com/v1\"", "llm.example.com", "dari.yml:11:35: 'llm.options.deep.base_url' is 'llm.example.com', which is not allowed. Write a whole address" },
        { "api_key_secret: LLM_KEY", "api_key_secret: llm-key", "dari.yml:11:81: 'llm.options.deep.api_key_secret' is 'llm-key', which is not allowed. Use upper-case letters" },
        { "provider: modal", "provider: docker", "dari.yml:13:13: 'sandbox.provider' is 'docker', which is unknown. Write one of: e2b, modal." },
        { "internet_access: true", "internet_access: yes", "dari.yml:15:20: 'sandbox.internet_access' is 'yes', and has to be true or false. Write true or false, without quotes." },
        { "python: \"3.13\"", "python: 3.10", "dari.yml:16:35: 'sandbox.runtimes.python' is a number, and has to be text. Put it in quotes: \"3.10\"" },
        { "{ apt: [jq, git] }", "{ apt: jq }", "dari.yml:17:20: 'sandbox.packages.apt' is text, and has to be a list." },
        { "{ script: setup.sh }", "{ script: missing.sh }", "dari.yml:18:20: There is no file 'missing.sh'." },
        { "  setup: { script: setup.sh }\n", "  setup: { script: setup.sh }\n  dockerfile: Dockerfile\n", "dari.yml:16:13: 'runtimes' has no meaning beside 'dockerfile'." },
        { "PORT: \"8080\"", "PORT: 8080", "dari.yml:19:16: 'sandbox.env.PORT' is a number, and has to be text. Put it in quotes: \"8080\"" },
        { "PORT: \"8080\"", "port: \"8080\"", "dari.yml:19:10: 'port' is not a name that 'sandbox.env' allows. Use upper-case letters" },
        { "[GITHUB_TOKEN]", "[GITHUB_TOKEN, token]", "dari.yml:20:27: 'sandbox.secrets[1]' is 'token', which is not allowed." },
        { "memory_mb: 4096", "disk_mb: 4096", "dari.yml:21:24: 'disk_mb' is no key of 'sandbox.resources'. Remove it: the disk has a size of its own." },
        { "cpu: 2", "cpu: 0", "dari.yml:21:21: 'sandbox.resources.cpu' is 0, which is out of range. Write a number of 1 or more" },
        { "storage_binding: main", "storage_binding: ~", "dari.yml:22:3: 'sandbox.storage_binding' is empty." },
        { "[read, bash, read]", "[read, fly]", "dari.yml:23:24: 'built_in_tools[1]' is 'fly', which is unknown. Write one of: read, bash," },
        { "name: ask,", "name: bash,", "dari.yml:26:13: 'bash' is the name of a built-in tool. Choose another name." },
        { "name: ask,", "name: add,", "dari.yml:26:13: 'add' is the name of two items of 'custom_tools'." },
        { "path: tools/ask", "path: tools/none", "dari.yml:26:24: There is no folder 'tools/none'." },
        { "path: tools/ask", "path: other/ask", "dari.yml:26:24: 'other/ask' is not a folder below 'tools/'. Move it there, and write its path, such as: tools/ask" },
        { "kind: external,", "kind: external, runtime: python,", "dari.yml:26:60: 'runtime' has no meaning for an external tool, which your own program runs." },
        { "path: tools/ask", "path: tools/empty", "dari.yml:26:24: 'tools/empty/' has no tool.yml." },
        { "path: tools/ask", "path: tools/broken", "tools/broken/tool.yml:2:14: 'description' is empty." },
        { "path: tools/ask", "path: tools/main", "tools/main/tool.yml:4:10: 'runtime' has no meaning for an external tool" },
        { "path: tools/ask", "path: tools/schemaless", "tools/schemaless/tool.yml:3:15: There is no file 'tools/schemaless/none.json'." },
        { "handler: \"add.py:add\"", "handler: \"sub.py:add\"", "dari.yml:25:74: There is no file 'tools/add/sub.py'." },
        { "handler: \"add.py:add\"", "handler: add.py", "dari.yml:25:74: 'custom_tools[0].handler' is 'add.py', which is not allowed. Write file and name" },
        { "name: code-review, path: skills/code-review", "name: Code_Review, path: skills/code-review", "dari.yml:29:13: 'skills[0].name' is 'Code_Review', which is not allowed." },
        { "name: code-review, path: skills/code-review", "name: headless, path: skills/headless", "skills/headless/SKILL.md:1:1: The file has no head." },
        { "name: code-review, path: skills/code-review", "name: misnamed, path: skills/misnamed", "skills/misnamed/SKILL.md:2:7: The skill calls itself 'other', and the manifest calls it 'misnamed'." },
        { "name: code-review, path: skills/code-review", "name: review, path: skills/code-review", "dari.yml:29:27: The skill 'review' stands in 'skills/code-review/'." },
        { "path: extensions/search", "path: extensions/none", "dari.yml:31:27: There is no folder 'extensions/none'." },
        { "path: extensions/search", "path: extensions/empty", "dari.yml:31:27: 'extensions/empty/' has no index.ts." },
        { "extensions:", "extensions: [", "This is not YAML" },
        { "extensions:", "---\nextensions:", "A second YAML document begins here." },
    };

    public static TheoryData<string, string, string> QuickstartChanges => new()
    {
        { "sdk: openai-agents", "sdk: langchain", "dari.yml:2:6: 'sdk' is 'langchain', which is unknown. Write one of: openai-agents, claude-agent-sdk, opencode, pi." },
        { "entrypoint: agent.py:agent", "", "dari.yml:1:1: 'entrypoint' is missing. Add it, such as: entrypoint: agent.py:agent" },
        { "agent.py:agent", "agent.py", "dari.yml:3:13: 'entrypoint' is 'agent.py', which is not allowed. Write file and name, such as: agent.py:agent" },
        { "agent.py:agent", "main.py:agent", "dari.yml:3:13: There is no file 'main.py'." },
        { "version: \"3.11\"", "version: 3.11", "dari.yml:4:39: 'runtime.version' is a number, and has to be text. Put it in quotes: \"3.11\"" },
        { "timeout_seconds: 300", "timeout_seconds: soon", "dari.yml:4:64: 'runtime.timeout_seconds' is 'soon', and has to be a whole number." },
        { "max_attempts: 3", "max_attempts: 0", "dari.yml:5:26: 'retries.max_attempts' is 0, which is out of range." },
        { "max_attempts: 3", "attempts: 3", "dari.yml:5:12: 'attempts' is no key of 'retries'." },
        { "[OPENAI_API_KEY]", "OPENAI_API_KEY", "dari.yml:6:10: 'secrets' is text, and has to be a list." },
        { "LOG_LEVEL: debug", "LOG_LEVEL: true", "dari.yml:7:19: 'env.LOG_LEVEL' is true or false, and has to be text." },
        { "env: {", "llm: {", "dari.yml:7:1: 'llm' is no key. Remove it, or write 'harness' instead of 'sdk'." },
        { "sdk: openai-agents", "sdk: pi\nharness: pi", "dari.yml:2:1: 'sdk' is no key. Remove it: 'harness' takes its place." },
    };

    [Theory]
    [InlineData(Full, "harness", 15)]
    [InlineData(Quickstart, "sdk", 1)]
    public void A_manifest_with_every_key_is_valid(string manifest, string form, int files)
    {
        using var surroundings = new Surroundings();
        WriteAgent(surroundings, manifest);

        (AgentManifest? read, IReadOnlyList<ManifestProblem> problems) = ManifestReader.Read(surroundings.Folder);

        problems.ShouldBeEmpty();
        (read!.Name, read.Form).ShouldBe(("support-agent", form));
        read.Files.Select(static file => file.Path).Distinct().Count().ShouldBe(files, string.Join(' ', read.Files.Select(static file => file.Path)));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_problem_has_a_place_and_a_remedy(string old, string changed, string problem) => Check(Full, old, changed, problem);

    [Theory]
    [MemberData(nameof(QuickstartChanges))]
    public void The_manifest_of_the_quickstart_is_checked_as_well(string old, string changed, string problem) =>
        Check(Quickstart, old, changed, problem);

    [Theory]
    [InlineData("", "dari.yml is empty.")]
    [InlineData("- a", "dari.yml is not a mapping.")]
    [InlineData("name: &a [*a]", "'name' is a list")]
    [InlineData("name: a\nname: \"", "This is not YAML")]
    [InlineData("? [a, b]\n: c", "'a list' is no key")]
    public void What_is_no_manifest_at_all_is_said(string text, string problem)
    {
        using var surroundings = new Surroundings();
        surroundings.Write("dari.yml", text);

        ManifestReader.Read(surroundings.Folder).Problems.ShouldContain(found => found.Message.Contains(problem));
    }

    [Fact]
    public void Bytes_that_are_no_text_and_files_without_end_are_refused()
    {
        using var surroundings = new Surroundings();
        File.WriteAllBytes(surroundings.PathOf("dari.yml"), [0x6E, 0xFF]);
        ManifestReader.Read(surroundings.Folder).Problems.Single().Message.ShouldContain("not UTF-8");
        surroundings.Write("dari.yml", new string('#', 2_000_000));
        ManifestReader.Read(surroundings.Folder).Problems.Single().Message.ShouldContain("2000000 bytes");
    }

    private static void Check(string manifest, string old, string changed, string problem)
    {
        using var surroundings = new Surroundings();
        manifest = manifest.ReplaceLineEndings("\n");
        manifest.Split(old).Length.ShouldBe(2, $"'{old}' has to stand there once");
        WriteAgent(surroundings, manifest.Replace(old, changed));

        IReadOnlyList<ManifestProblem> problems = ManifestReader.Read(surroundings.Folder).Problems;

        string[] texts = [.. problems.Select(static one => one.ToString().Replace(": error: ", ": "))];
        texts.ShouldContain(text => text.Contains(problem), $"expected {problem}\nfound {string.Join('\n', texts)}");
        problems.ShouldAllBe(static one => one.Remedy.Length > 0);
    }

    private static void WriteAgent(Surroundings surroundings, string manifest)
    {
        surroundings.Write("dari.yml", manifest);
        foreach ((string name, string text) in (ReadOnlySpan<(string, string)>)
        [
            ("prompts/system.md", "Be kind."),
            ("setup.sh", "true"),
            ("agent.py", "agent = 1"),
            ("Dockerfile", "FROM scratch"),
            ("tools/add/tool.yml", "name: add\ndescription: Adds.\ninput_schema: in.json\noutput_schema: out.json\nruntime: python\nhandler: add.py:add\n"),
            ("tools/add/in.json", "{}"),
            ("tools/add/out.json", "{}"),
            ("tools/add/add.py", ""),
            ("tools/ask/tool.yml", "name: ask\ndescription: Asks.\ninput_schema: in.json\n"),
            ("tools/ask/in.json", "{}"),
            ("tools/coded/tool.ts", ""),
            ("tools/empty/x", ""),
            ("tools/broken/tool.yml", "name: broken\ndescription: ''\ninput_schema: tool.yml\n"),
            ("tools/main/tool.yml", "name: main\ndescription: Runs.\ninput_schema: tool.yml\nruntime: python\n"),
            ("tools/schemaless/tool.yml", "name: main\ndescription: Runs.\ninput_schema: none.json\n"),
            ("skills/code-review/SKILL.md", "---\nname: code-review\ndescription: Reviews.\ndisable-model-invocation: true\n---\nText"),
            ("skills/headless/SKILL.md", "Text"),
            ("skills/misnamed/SKILL.md", "---\nname: other\ndescription: Is not.\n---\n"),
            ("extensions/search/index.ts", ""),
            ("extensions/empty/x", ""),
            ("other/ask/x", ""),
        ])
        {
            surroundings.Write(name, text);
        }
    }
}
