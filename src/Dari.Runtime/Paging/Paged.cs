namespace Dari.Paging;

/// <summary>Items of all pages, asked for anew by each enumeration.</summary>
internal sealed class Paged<T>(Func<IAsyncEnumerable<T>> start) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        start().GetAsyncEnumerator(cancellationToken);
}
