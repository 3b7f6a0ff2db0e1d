using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Templates;

/// <summary>The template builds of one organization.</summary>
internal sealed partial class TemplateStore(SandboxSettings settings)
{
    private readonly ConcurrentDictionary<string, TemplateBuild> _builds = new(StringComparer.Ordinal);

    /// <summary>Starts a build; a name that was built before keeps its template.</summary>
    /// <exception cref="ServiceFault">422: no valid name.</exception>
    public TemplateBuild Start(BuildRequest request, string source)
    {
        if (request.Name is { } name && !Reference().IsMatch(name))
        {
            throw SandboxFault.Fields("The template has no valid name.");
        }

        var templateId = _builds.Values.FirstOrDefault(build => build.Name == request.Name)?.TemplateId ?? Ids.New("tmpl_", 8);
        var build = new TemplateBuild(
            request, source, templateId, settings.Clock.GetUtcNow(), settings.Options.BuildDuration);
        return _builds[build.Id] = build;
    }

    /// <summary>A build.</summary>
    /// <exception cref="ServiceFault">404 <c>template_build_not_found</c>.</exception>
    public TemplateBuild Find(string id) =>
        _builds.GetValueOrDefault(id)
        ?? throw SandboxFault.NotFound("There is no such build.", "template_build_not_found");

    /// <summary>Checks that sandboxes can be made from a template: one that was built, or any image.</summary>
    /// <exception cref="ServiceFault">404 <c>template_not_found</c>, or 422 for a disk above the template's.</exception>
    public void Check(string template, int? diskMb)
    {
        var name = template.EndsWith(":latest", StringComparison.Ordinal) ? template[..^":latest".Length] : template;
        var builds = _builds.Values
            .Where(build => build.TemplateId == template || build.Name == name)
            .OrderByDescending(build => build.CreatedAt)
            .ToArray();
        var ready = builds.FirstOrDefault(build => build.IsReady(settings.Clock.GetUtcNow()));
        var isMissing = ready is null && (builds.Length > 0 || template.StartsWith("tmpl_", StringComparison.Ordinal));
        if (isMissing || !Reference().IsMatch(template))
        {
            throw SandboxFault.NotFound("There is no such template.", "template_not_found");
        }

        if (ready?.DiskMb is { } most && diskMb > most)
        {
            throw SandboxFault.Fields($"The template has a disk of {most} MiB.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._/:@-]{0,254}\z")]
    private static partial Regex Reference();
}
