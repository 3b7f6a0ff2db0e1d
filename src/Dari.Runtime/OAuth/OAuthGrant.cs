namespace Dari.OAuth;

/// <summary>What a token is asked for with.</summary>
/// <param name="Client">The program.</param>
/// <param name="RefreshToken">The token to refresh with; null for client credentials.</param>
/// <param name="OnRefreshToken">Told of each new one.</param>
internal sealed record OAuthGrant(
    OAuthClient Client, string? RefreshToken, Func<string, CancellationToken, ValueTask>? OnRefreshToken);
