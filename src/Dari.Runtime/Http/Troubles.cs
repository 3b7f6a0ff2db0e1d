namespace Dari.Http;

/// <summary>Tells troubles that may be over at the next attempt from those that will not.</summary>
internal static class Troubles
{
    internal static bool ArePassing(Exception exception) => exception switch
    {
        TimeoutException => true,
        ApiException answer => RetryPolicy.IsPassing((int)answer.StatusCode),
        _ => RetryPolicy.IsPassing(exception),
    };
}
