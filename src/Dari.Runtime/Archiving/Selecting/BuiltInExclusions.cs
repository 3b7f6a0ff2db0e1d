namespace Dari.Archiving.Selecting;

/// <summary>What no archive of a folder outside git holds.</summary>
internal static class BuiltInExclusions
{
    internal static bool Skips(string name, bool isFolder) => isFolder
        ? name is ".dari" or ".git" or ".pytest_cache" or ".venv" or "__pycache__" or "node_modules"
        : name is ".DS_Store";
}
