using Spectre.Console;

namespace Quickstart;

/// <summary>Where the program writes: colours and a spinner for a terminal, plain lines for anything else.</summary>
internal static class Terminal
{
    public static IAnsiConsole Open()
    {
        IAnsiConsole console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Capabilities.Ansi = false;
            console.Profile.Capabilities.Interactive = false;
            console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;

            // A file has no right edge at which lines should be broken.
            console.Profile.Width = 1000;
        }

        return console;
    }
}
