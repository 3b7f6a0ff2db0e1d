namespace Dari.Corpus;

/// <summary>What came of all documents.</summary>
internal sealed class Total(IReadOnlyList<DocumentRow> rows)
{
    public bool IsClean => rows.All(row => row.IsClean);

    public override string ToString() =>
        $"documents: {rows.Count}, generated: {rows.Count(row => row.IsGenerated)}, compiled: {rows.Count(row => row.IsCompiled)}, "
        + $"errors: {rows.Sum(row => row.Errors.Count)}, warnings: {rows.Sum(row => row.Warnings)}, "
        + $"operations: {rows.Sum(row => row.OperationsGenerated)} of {rows.Sum(row => row.OperationsDeclared)}, "
        + $"calls: {rows.Sum(row => row.CallsPassed)} passed, {rows.Sum(row => row.CallsFailed)} failed, "
        + $"round trips: {rows.Sum(row => row.TripsPassed)} passed, {rows.Sum(row => row.TripsFailed)} failed";
}
