using Dari.Corpus.Acceptance;

namespace Dari.Corpus;

/// <summary>What came of one document.</summary>
internal sealed class DocumentRow(string name)
{
    public const string Header =
        "document | version | operations | models | files | lines | read ms | bind ms | emit ms | compile ms | analyze ms | errors | warnings | calls | round trips | accepted";

    public string Name { get; } = name;

    public string Version { get; set; } = "?";

    public bool IsGenerated { get; set; }

    public bool IsCompiled { get; set; }

    public int OperationsDeclared { get; set; }

    public int OperationsGenerated { get; set; }

    public int Models { get; set; }

    public int Files { get; set; }

    public int Lines { get; set; }

    public long ReadMilliseconds { get; set; }

    public long BindMilliseconds { get; set; }

    public long EmitMilliseconds { get; set; }

    public long CompileMilliseconds { get; set; }

    public long AnalyzeMilliseconds { get; set; }

    /// <summary>Warnings of the compiler about generated code; the generator's own are about the document.</summary>
    public int Warnings { get; set; }

    public int CallsPassed { get; set; }

    public int CallsFailed { get; set; }

    public int TripsPassed { get; set; }

    public int TripsFailed { get; set; }

    /// <summary>Schemas that NJsonSchema has, in whole or in part.</summary>
    public int SchemasReached { get; set; }

    /// <summary>Values that models wrote and that NJsonSchema accepts.</summary>
    public int Accepted { get; set; }

    /// <summary>Values that NJsonSchema cannot read or has no schema for.</summary>
    public int Unjudged { get; set; }

    /// <summary>What NJsonSchema rejects as it was sent already: no fault of what was generated.</summary>
    public List<Rejection> Rejected { get; } = [];

    /// <summary>What of the schemas the drafts of NJsonSchema do not reach, with how often it is there.</summary>
    public IReadOnlyDictionary<string, int> LeftOut { get; set; } = new Dictionary<string, int>();

    public List<string> Errors { get; } = [];

    public List<string> Failures { get; } = [];

    /// <summary>Differences to what the other reader read that are explained by a rule.</summary>
    public List<string> Notes { get; } = [];

    public bool IsClean =>
        IsGenerated && IsCompiled && Errors.Count == 0 && Warnings == 0 && OperationsGenerated == OperationsDeclared
        && CallsFailed == 0 && TripsFailed == 0;

    public void Print(TextWriter output)
    {
        output.WriteLine(
            $"{Name} | {Version} | {OperationsGenerated} of {OperationsDeclared} | {Models} | {Files} | {Lines} | {ReadMilliseconds} | {BindMilliseconds} | "
            + $"{EmitMilliseconds} | {CompileMilliseconds} | {AnalyzeMilliseconds} | {Errors.Count} | {Warnings} | "
            + $"{CallsPassed}+{CallsFailed} | {TripsPassed}+{TripsFailed} | {Accepted} of {Accepted + Rejected.Count + Unjudged} by {SchemasReached} schemas");
        Show(Errors, "error");
        Show(Failures, "failed");
        Show(Notes, "note");
        Show([.. Rejected.GroupBy(one => one.Kind).Select(group => $"NJsonSchema rejects {group.Count()} values as they were sent: {group.First().Error}, "
            + $"such as {group.First().Value} of {group.First().Pointer}")], "note");
        Show([.. LeftOut.Select(left => $"NJsonSchema does not reach {left.Key} ({left.Value})")], "note");

        void Show(List<string> texts, string kind)
        {
            foreach (string text in texts.Take(12))
            {
                output.WriteLine($"    {kind}: {text}");
            }

            if (texts.Count > 12)
            {
                output.WriteLine($"    {kind}: and {texts.Count - 12} more");
            }
        }
    }
}
