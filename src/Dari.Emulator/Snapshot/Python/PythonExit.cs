namespace Dari.Emulator.Snapshot.Python;

/// <summary>Ends Python code because it asked for it.</summary>
internal sealed class PythonExit : Exception;
