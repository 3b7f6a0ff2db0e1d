using Dari.Http;

namespace Dari.Runtime.Tests.Http;

public sealed class BackoffTests
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);

    [Theory]
    [InlineData(0, 250, 750)]
    [InlineData(1, 500, 1_500)]
    [InlineData(4, 4_000, 12_000)]
    [InlineData(5, 8_000, 24_000)]
    [InlineData(6, 15_000, 30_000)]
    public void The_wait_doubles_and_lies_around_that(int retry, double least, double most)
    {
        Backoff.Of(First, retry, 0).TotalMilliseconds.ShouldBe(least);
        Backoff.Of(First, retry, 1).TotalMilliseconds.ShouldBe(most);
        for (int i = 0; i < 100; i++)
        {
            Backoff.Of(First, retry).TotalMilliseconds.ShouldBeInRange(least, most);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15_000)]
    [InlineData(30_000)]
    public void No_number_of_retries_makes_it_too_long(int milliseconds)
    {
        var first = TimeSpan.FromMilliseconds(milliseconds);
        TimeSpan least = milliseconds == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(15);
        TimeSpan most = milliseconds == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(30);
        foreach (int retry in new[] { 20, 31, 32, 63, 64, 100, 1_100, int.MaxValue })
        {
            Backoff.Of(first, retry, 0).ShouldBe(least);
            Backoff.Of(first, retry, 1).ShouldBe(most);
        }
    }

    [Fact]
    public void At_the_longest_wait_clients_still_differ() =>
        Enumerable.Range(0, 100).Select(static _ => Backoff.Of(Backoff.Longest, 9)).Distinct().Count().ShouldBeGreaterThan(90);
}
