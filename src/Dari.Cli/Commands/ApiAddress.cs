using Dari.Cli.Output;

namespace Dari.Cli.Commands;

/// <summary>Addresses of APIs; a key travels over HTTP without encryption only within this machine.</summary>
internal static class ApiAddress
{
    /// <summary>The address in a variable; null when it is not set.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static Uri? FromEnvironment(string variable) => Variables.Find(variable) is not { } text
        ? null
        : Parse(text, out string problem) ?? throw new CliException("invalid_address", $"{variable}: {problem}");

    public static Uri? Parse(string text, out string problem)
    {
        problem = "";
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
        {
            problem = $"'{text}' is not a web address.";
            return null;
        }

        if (url.Scheme == "http" && !url.IsLoopback)
        {
            problem = $"'{text}' would send the key without encryption; write https.";
            return null;
        }

        return url;
    }
}
