using System.Security.Cryptography;
using System.Text;
using Dari.Generator.Requests;
using Dari.Generator.Review;
using Dari.Generator.Review.Rules;
using Dari.Generator.Specs.Syntax;
using Dari.Review.Documents;
using Dari.Review.Projects;
using Dari.Review.Reports;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Review.Running;

/// <summary><c>dari spec update NAME --from FILE|URL</c>.</summary>
internal sealed class SpecUpdateRun(TextWriter output, TextWriter errors)
{
    /// <summary>Whether the document is replaced also when something breaks.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Overlays that are applied before the comparison; where there is a project, it says which.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <summary>The project that has the document; <see langword="null"/>: the document stands for itself.</summary>
    public string? Project { get; init; }

    /// <param name="name">Path of the document.</param>
    /// <param name="from">A file, or an http or https address.</param>
    /// <param name="cancellationToken">Ends the run with an <see cref="OperationCanceledException"/>; the document is the old one then.</param>
    /// <returns>The exit code, out of <see cref="SpecExit"/>: 0 when the document is the new one, 1 when something breaks.</returns>
    public async Task<int> RunAsync(string name, string from, CancellationToken cancellationToken)
    {
        try
        {
            if (Path.GetExtension(name).Length == 0 || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(name))))
            {
                throw new DocumentException("'" + name + "' is not the path of a document.");
            }

            if (!IsAsked && !File.Exists(name))
            {
                throw new DocumentException("There is no '" + name + "' to replace" + Alike(name) + "; --yes makes a new document of it.");
            }

            byte[] bytes = await IncomingDocument.FetchAsync(from, cancellationToken);
            return await TakeAsync(name, from, bytes, cancellationToken);
        }
        catch (DocumentException exception)
        {
            errors.WriteLine(exception.Message);
            return SpecExit.Unreadable;
        }
    }

    // Of a name with another ending, say: a typing error would make a file that no project has.
    private static string Alike(string name)
    {
        string path = Path.GetFullPath(name);
        string stem = Path.GetFileNameWithoutExtension(path);
        string? alike = Directory.EnumerateFiles(Path.GetDirectoryName(path)!, stem + ".*")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json");
        return alike is null ? "" : " (there is '" + alike + "')";
    }

    private async Task<int> TakeAsync(string name, string from, byte[] bytes, CancellationToken cancellationToken)
    {
        // Read as if it stood in its place already: references are relative to that, and others may lead back to it.
        ClientRequest old = await RequestAsync(name, bytes, cancellationToken);
        ClientRequest incoming = old with { Source = new SpecSource(old.Source.Path, TextOf(bytes)) };
        incoming = Project is null ? LoneDocument.Request(incoming.Source, Overlays) : incoming;
        DocumentFile now = DocumentFile.Read(incoming, cancellationToken);
        if (now.Version is not { } version)
        {
            ProblemText.Write(errors, now.Errors, line => line.Replace(old.Source.Path + "(", from + "(", StringComparison.Ordinal));
            return SpecExit.Unreadable;
        }

        byte[] had = File.Exists(name) ? await File.ReadAllBytesAsync(name, cancellationToken) : [];
        if (bytes.AsSpan().SequenceEqual(had))
        {
            output.Write("'" + name + "' is that version already.\n");
            return SpecExit.Ok;
        }

        if (File.Exists(name) && DocumentFile.Read(old, cancellationToken) is { Version: { } before })
        {
            var diff = SpecDiff.Compare(before, version, cancellationToken);
            TextReport.Write(output, new ReviewReport(name, diff, Texts.Of(old), Texts.Of(incoming)) { NewName = from });
            if (!IsAsked && diff.Count(Level.Breaking) > 0)
            {
                output.Write("'" + name + "' stays as it is, because something breaks; --yes replaces it all the same.\n");
                return SpecExit.Failed;
            }
        }

        return Replace(name, bytes, cancellationToken);
    }

    private int Replace(string name, byte[] bytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        WholeFile.Write(name, bytes);

        // As sha256sum writes and checks it.
        WholeFile.Write(name + ".sha256", Encoding.UTF8.GetBytes(digest + "  " + Path.GetFileName(name) + "\n"));
        output.Write("'" + name + "' is the new version, sha256 " + digest + " (in " + Path.GetFileName(name) + ".sha256).\n"
            + "'dari spec review' shows which lines of your code break, 'dari spec review --approve' accepts it.\n");
        return SpecExit.Ok;
    }

    private async Task<ClientRequest> RequestAsync(string name, byte[] bytes, CancellationToken cancellationToken)
    {
        if (Project is null)
        {
            return File.Exists(name)
                ? LoneDocument.Request(name, Overlays)
                : LoneDocument.Request(new SpecSource(name, TextOf(bytes)), Overlays);
        }

        ReviewedProject project = await ReviewedProject.ReadAsync(Project, cancellationToken);
        string path = Path.GetFullPath(name);
        return project.Requests.FirstOrDefault(request => request.Source.Path == path)
            ?? throw new DocumentException("'" + name + "' is no OpenApiSpec item of '" + project.Path + "'.");
    }

    private static SourceText TextOf(byte[] bytes)
    {
        try
        {
            return SourceText.From(bytes, bytes.Length, throwIfBinaryDetected: true);
        }
        catch (InvalidDataException exception)
        {
            throw new DocumentException("The new version is not text.", exception);
        }
    }
}
