namespace Dari.Generator.Tests.Snapshots;

/// <summary>
/// A text that was looked at and found good, in Verify's conventions: <c>Class.Method.verified.cs</c> beside the source of
/// the test; on a difference <c>Class.Method.received.cs</c> is written beside it.
/// </summary>
internal sealed class VerifiedFile
{
    /// <summary>With <c>1</c>, what is received becomes what is verified.</summary>
    public const string AcceptVariable = "DARI_ACCEPT";

    private readonly string _verified;
    private readonly string _received;

    private VerifiedFile(string stem) => (_verified, _received) = (stem + ".verified.cs", stem + ".received.cs");

    public static VerifiedFile Beside(string testFile, string testMethod)
    {
        string folder = Path.GetDirectoryName(testFile)!;
        return new VerifiedFile(Path.Combine(folder, Path.GetFileNameWithoutExtension(testFile) + "." + testMethod));
    }

    /// <exception cref="SnapshotMismatchException">The text differs, or there is none to compare it with.</exception>
    public void Compare(string text, bool accept)
    {
        string? verified = File.Exists(_verified) ? File.ReadAllText(_verified).Replace("\r\n", "\n") : null;
        if (verified == text)
        {
            File.Delete(_received);
            return;
        }

        if (accept)
        {
            File.WriteAllText(_verified, text);
            File.Delete(_received);
            return;
        }

        File.WriteAllText(_received, text);
        throw new SnapshotMismatchException(Path.GetFileName(_verified), verified ?? "", text);
    }

    public static bool IsAccepting => Environment.GetEnvironmentVariable(AcceptVariable) == "1";
}
