namespace Dari.Generator.Tests.Snapshots;

/// <summary>What was generated is not what was verified.</summary>
internal sealed class SnapshotMismatchException(string file, string verified, string received)
    : Exception($"""
        {file} differs (- verified, + received). With {VerifiedFile.AcceptVariable}=1 the received text is accepted.
        {LineDiff.Between(verified, received)}
        """);
