using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Dari.Cli.Output;

/// <summary>
/// Where a command writes: results to standard output, all else to standard error, with colours and a spinner only if
/// that is a terminal.
/// </summary>
internal sealed class Terminal
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IAnsiConsole _error;

    private Terminal(IAnsiConsole error, bool isInteractive)
    {
        _error = error;
        IsInteractive = isInteractive;
    }

    /// <summary>Whether somebody watches.</summary>
    public bool IsInteractive { get; }

    public static Terminal Open()
    {
        bool isTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

        // https://no-color.org: set to anything but nothing.
        bool hasColor = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        return new Terminal(console, isTerminal && console.Profile.Capabilities.Interactive);
    }

    public void WriteResult(string text) => Console.Out.WriteLine(text);

    public void WriteResult(JsonObject json) => Console.Out.WriteLine(json.ToJsonString(Pretty));

    /// <summary>Writes a line for people. A terminal breaks lines itself, so that they are copied whole.</summary>
    public void Say(string line) => Console.Error.WriteLine(Clean(line));

    public void Warn(string line) => Write("yellow", "warning: ", line);

    public void Fail(string line) => Write("red", "error: ", line);

    /// <summary>Does something while a spinner turns, if somebody watches.</summary>
    public Task<T> SpinAsync<T>(string title, Func<Action<string>, Task<T>> work) => IsInteractive
        ? _error.Status().StartAsync(Markup.Escape(title), spinner => work(state => spinner.Status(Markup.Escape($"{title}: {state}"))))
        : work(static _ => { });

    private void Write(string color, string head, string line)
    {
        _error.Markup($"[{color}]{head}[/]");
        Say(line);
    }

    /// <summary>What a service or a file says may not command the terminal.</summary>
    private static string Clean(string text) =>
        string.Concat(text.Select(static letter => char.IsControl(letter) && letter != '\n' ? '\uFFFD' : letter));
}
