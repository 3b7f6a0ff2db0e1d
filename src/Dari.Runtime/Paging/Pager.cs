using System.Globalization;
using System.Runtime.CompilerServices;
using Dari.Http;

namespace Dari.Paging;

/// <summary>Follows the pages of an answer to their end.</summary>
internal sealed class Pager<T>(
    ApiRequest request, PageRules rules, Func<ApiRequest, CancellationToken, Task<Page<T>>> ask)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private long _count;
    private long _pages;

    internal async IAsyncEnumerable<T> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (ApiRequest? next = request; next is not null;)
        {
            Page<T> page = await ask(next, cancellationToken).ConfigureAwait(false);
            foreach (T item in page.Items)
            {
                yield return item;
            }

            _pages++;
            _count += page.Items.Count;
            next = page.HasMore == false ? null : Next(page);
        }
    }

    private ApiRequest? Next(Page<T> page) => rules.Style switch
    {
        PageStyle.Cursor => Cursor(page.Next, page.HasMore),
        PageStyle.LastItem => page.Items.Count == 0 ? null : Cursor(page.Next, true),
        PageStyle.Link => Link(rules.Next.Length > 0 ? page.Next : LinkHeader.Next(page.Link)),
        PageStyle.Number => Count(page, Start(rules.First) + _pages),
        _ => Count(page, Start(0) + _count),
    };

    private ApiRequest? Cursor(string? cursor, bool? hasMore)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return hasMore == true
                ? throw Wrong("says that there are more pages, but not where")
                : null;
        }

        Once(cursor);
        return request.WithQuery(rules.Parameter, cursor);
    }

    private ApiRequest? Link(string? link)
    {
        if (string.IsNullOrEmpty(link))
        {
            return null;
        }

        Once(link);
        string[] parts = link.Split('#')[0].Split('?', 2);

        // Only the query is followed: a link must not take the key to another place.
        return IsHere(parts[0])
            ? request.WithQueryText(parts.Length > 1 ? parts[1] : "")
            : throw Wrong("has a link to a next page on another path");
    }

    private bool IsHere(string place)
    {
        string path = Uri.TryCreate(place, UriKind.Absolute, out Uri? absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? absolute.AbsolutePath
            : place;
        return path.Length == 0 || path.TrimEnd('/').EndsWith(request.Path.TrimEnd('/'), StringComparison.Ordinal);
    }

    private ApiRequest? Count(Page<T> page, long place)
    {
        if (page.Items.Count == 0)
        {
            return null;
        }

        Once(page.Digest);
        return request.WithQuery(rules.Parameter, place.ToString(CultureInfo.InvariantCulture));
    }

    // The caller may begin amid the pages.
    private long Start(long otherwise) =>
        long.TryParse(request.FindQuery(rules.Parameter), NumberStyles.Integer, CultureInfo.InvariantCulture, out long given)
            ? given
            : otherwise;

    private void Once(string mark)
    {
        if (!_seen.Add(mark))
        {
            throw Wrong("led to the same page a second time");
        }
    }

    private PagingException Wrong(string what) =>
        new($"{request.Method} {request.Template}, page {_pages.ToString(CultureInfo.InvariantCulture)}, {what}.");
}
