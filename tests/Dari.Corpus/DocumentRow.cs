namespace Dari.Corpus;

/// <summary>What came of one document.</summary>
internal sealed class DocumentRow(string name)
{
    public const string Header =
        "document | version | operations | models | files | lines | bind ms | emit ms | compile ms | errors | warnings | calls | round trips";

    public string Name { get; } = name;

    public string Version { get; set; } = "?";

    public bool IsGenerated { get; set; }

    public bool IsCompiled { get; set; }

    public int OperationsDeclared { get; set; }

    public int OperationsGenerated { get; set; }

    public int Models { get; set; }

    public int Files { get; set; }

    public int Lines { get; set; }

    public long BindMilliseconds { get; set; }

    public long EmitMilliseconds { get; set; }

    public long CompileMilliseconds { get; set; }

    /// <summary>Warnings of the compiler about generated code; the generator's own are about the document.</summary>
    public int Warnings { get; set; }

    public int CallsPassed { get; set; }

    public int CallsFailed { get; set; }

    public int TripsPassed { get; set; }

    public int TripsFailed { get; set; }

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
            $"{Name} | {Version} | {OperationsGenerated} of {OperationsDeclared} | {Models} | {Files} | {Lines} | {BindMilliseconds} | "
            + $"{EmitMilliseconds} | {CompileMilliseconds} | {Errors.Count} | {Warnings} | "
            + $"{CallsPassed}+{CallsFailed} | {TripsPassed}+{TripsFailed}");
        Show(Errors, "error");
        Show(Failures, "failed");
        Show(Notes, "note");

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
