using Dari.Generator.Model;
using Dari.Review.Documents;
using Dari.Review.Reports;

namespace Dari.Review.Projects;

/// <summary>Builds a project and takes the lines that its pending changes break out of what the compiler says.</summary>
internal static class BrokenCallers
{
    private const string Id = "DARI050";

    private const int LinesAround = 2;

    // A type or a namespace that is not there. With such an error the compiler runs no analyzer any more.
    private static readonly string[] Missing = ["CS0246", "CS0234", "CS0103", "CS0400", "CS0426"];

    /// <returns>In the order of files and lines, each line once for each reason.</returns>
    /// <exception cref="DocumentException">The build got nowhere.</exception>
    public static async Task<CallerLines> FindAsync(
        ReviewedProject project, IReadOnlyList<ReviewedDocument> documents, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("dari-review-").FullName;
        try
        {
            // The targets of the package let the compiler of this project, and of no other, write the log.
            string log = Path.Combine(folder, "build.sarif");
            DotnetRun run = await DotnetRun.StartAsync(
                [
                    "build", project.Path, "-nologo", "-v:quiet", "-p:DariLock=", "-p:DariReviewOf=" + project.Path, "-p:DariReviewLog=" + log,
                    .. project.Framework.Length > 0 ? (string[])["-p:TargetFramework=" + project.Framework] : [],
                ],
                cancellationToken);
            if (!File.Exists(log))
            {
                throw new DocumentException("'" + project.Path + "' cannot be built to look at its code (--no-build does without): " + run.Reason);
            }

            IReadOnlyList<CompilerMessage> messages = CompilerMessage.Read(await File.ReadAllTextAsync(log, cancellationToken));
            PendingUseModel[] uses = [.. documents.SelectMany(document => document.Uses)];
            CallerLine[] lines =
            [
                .. messages.Select(message => Reason(message, uses) is { } reason ? Line(message, reason) : null)
                    .OfType<CallerLine>()
                    .DistinctBy(line => (line.File, line.Line, line.Reason))
                    .OrderBy(line => line.File, StringComparer.Ordinal).ThenBy(line => line.Line),
            ];
            return new CallerLines(lines, messages.Any(message => Missing.Contains(message.Id)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Reason(CompilerMessage message, PendingUseModel[] uses) => message.Id switch
    {
        Id => message.Text,
        _ when Missing.Contains(message.Id) =>
            Array.Find(uses, use => use.Member.Length == 0 && message.Text.Contains("'" + use.Type + "'", StringComparison.Ordinal))?.Reason,
        _ => null,
    };

    private static CallerLine Line(CompilerMessage message, string reason)
    {
        string[] lines = File.Exists(message.File) ? File.ReadAllLines(message.File) : [];
        int first = Math.Max(1, message.Line - LinesAround);
        int last = Math.Min(lines.Length, message.Line + LinesAround);
        return new CallerLine(message.File, message.Line, message.Column, message.Line <= lines.Length ? lines[message.Line - 1] : "", reason)
        {
            Around = first > last ? [] : [.. Enumerable.Range(first, last - first + 1).Select(number => new CodeLine(number, lines[number - 1]))],
        };
    }
}
