using System.Security.Cryptography;
using Dari.Generator.Review;
using Dari.Generator.Review.Rules;
using Dari.Review.Documents;
using Dari.Review.Reports;
using Microsoft.CodeAnalysis;

namespace Dari.Review.Running;

/// <summary><c>dari spec update NAME --from FILE|URL</c>.</summary>
internal static class SpecUpdateRun
{
    private const long MaxBytes = 256L << 20;

    /// <returns>The exit code: 0 when the document is the new one, 1 when something breaks, 2 when one cannot be read.</returns>
    public static async Task<int> RunAsync(
        string name, string from, bool isAsked, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        // Beside the document, so that the last step is a rename: there is the old document or the new one, never half of it.
        string folder = Path.GetDirectoryName(Path.GetFullPath(name)) ?? ".";
        string temporary = Path.Combine(folder, "." + Path.GetFileName(name) + "." + Guid.NewGuid().ToString("N") + Path.GetExtension(name));
        try
        {
            if (Path.GetExtension(name).Length == 0 || !Directory.Exists(folder))
            {
                throw new DocumentException("'" + name + "' is not the path of a document.");
            }

            await FetchAsync(from, temporary, cancellationToken);
            var options = new DocumentOptions { Namespace = "Client", ClientName = "Client" };
            DocumentFile now = DocumentFile.Read(temporary, options, cancellationToken);
            DocumentFile? old = File.Exists(name) ? DocumentFile.Read(name, options, cancellationToken) : null;
            if (now.Version is not { } newVersion)
            {
                foreach (Diagnostic problem in now.Problems.Where(problem => problem.Severity == DiagnosticSeverity.Error))
                {
                    errors.WriteLine(problem.ToString().Replace(temporary, from, StringComparison.Ordinal));
                }

                return SpecDiffRun.Unreadable;
            }

            if (old?.Version is { } oldVersion)
            {
                var diff = SpecDiff.Compare(oldVersion, newVersion, cancellationToken);
                using var report = new StringWriter();
                TextReport.Write(report, new ReviewReport(name, diff, old.Source, now.Source, []));
                output.Write(report.ToString().Replace(temporary, from, StringComparison.Ordinal));
                if (!isAsked && diff.Count(Level.Breaking) > 0)
                {
                    output.Write("'" + name + "' stays as it is, because something breaks; --yes replaces it all the same.\n");
                    return SpecDiffRun.Failed;
                }
            }

            string digest = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(temporary, cancellationToken)));
            File.Move(temporary, name, overwrite: true);
            output.Write("'" + name + "' is the new version (sha256:" + digest + ").\n");
            return 0;
        }
        catch (Exception exception) when (exception is DocumentException or IOException or UnauthorizedAccessException or HttpRequestException)
        {
            errors.WriteLine(exception.Message);
            return SpecDiffRun.Unreadable;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task FetchAsync(string from, string target, CancellationToken cancellationToken)
    {
        bool isAddress = Uri.TryCreate(from, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        await using Stream source = isAddress
            ? await OpenAsync(client, address!, cancellationToken)
            : new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read);
        await using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        byte[] buffer = new byte[81920];
        long total = 0;
        for (int count; (count = await source.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            total += count;
            if (total > MaxBytes)
            {
                throw new DocumentException("'" + from + "' is larger than " + (MaxBytes >> 20) + " MiB.");
            }

            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }

    private static async Task<Stream> OpenAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return response.EnsureSuccessStatusCode().Content.ReadAsStream(cancellationToken);
    }
}
