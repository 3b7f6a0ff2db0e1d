using System.Reflection;
using Dari.Http;

namespace Dari.Runtime.Tests.Api;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_is_the_one_that_is_listed()
    {
        string folder = typeof(PublicApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static data => data.Key == "RuntimeFolder").Value!;
        string unshipped = Path.Combine(folder, "PublicAPI.Unshipped.txt");
        string[] shipped = Lines(Path.Combine(folder, "PublicAPI.Shipped.txt"));
        IReadOnlyList<string> actual = PublicApi.Of(typeof(ApiPipeline).Assembly);

        if (Environment.GetEnvironmentVariable("DARI_ACCEPT") == "1")
        {
            IEnumerable<string> added = actual.Except(shipped);
            File.WriteAllText(unshipped, string.Concat(added.Select(static line => line + "\n")));
        }

        string[] listed = [.. shipped, .. Lines(unshipped)];
        const string Advice =
            "Set DARI_ACCEPT=1 to rewrite PublicAPI.Unshipped.txt; what was shipped must not go away.";
        actual.Except(listed).ShouldBeEmpty(Advice);
        listed.Except(actual).ShouldBeEmpty(Advice);
    }

    private static string[] Lines(string path) => [.. File.ReadAllLines(path).Where(static line => line.Length > 0)];
}
