using System.Net;
using Dari.Buffers;

namespace Dari.Http;

/// <summary>A response, with its body where that was read.</summary>
internal sealed class Reply(HttpResponseMessage response, PooledBuffer? body) : IDisposable
{
    internal HttpResponseMessage Response { get; } = response;

    /// <summary>What is wrong with the answer; null for a good one.</summary>
    internal ApiException? Failure { get; set; }

    internal HttpStatusCode Status => Response.StatusCode;

    /// <summary>Whether the body was longer than the limit or broke off.</summary>
    internal bool IsCut => body is { IsCut: true };

    internal ReadOnlySpan<byte> Body => body is null ? default : body.Written;

    internal string? MediaType => Response.Content.Headers.ContentType?.MediaType;

    internal string? Charset => Response.Content.Headers.ContentType?.CharSet;

    internal void ThrowFailure()
    {
        if (Failure is not null)
        {
            throw Failure;
        }
    }

    public void Dispose()
    {
        body?.Dispose();
        Response.Dispose();
    }
}
