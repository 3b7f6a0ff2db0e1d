using System.Text.RegularExpressions;

namespace Dari.Emulator.Faults;

/// <summary>A path of a rule: an operation's own, or one with <c>*</c> and <c>**</c>.</summary>
internal sealed class PathPattern(string text)
{
    private readonly Regex _regex = new(
        $@"\A{Regex.Escape(text).Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*")}\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);

    public bool Fits(FaultPoint point) => text == point.Template || _regex.IsMatch(point.Http.Request.Path.Value ?? "");
}
