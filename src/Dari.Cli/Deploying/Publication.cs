using System.Net;
using Dari.Agents;

namespace Dari.Cli.Deploying;

/// <summary>Publishes a snapshot, as a version of a known agent or by the name in its manifest.</summary>
internal sealed class Publication(IDariClient dari, string? agentId, string agentName, string archiveSha256, TimeSpan wait)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Publishes.</summary>
    /// <returns>The version.</returns>
    /// <exception cref="ApiException">It was refused.</exception>
    /// <exception cref="UnknownOutcomeException">It was not answered, and no such version is found.</exception>
    public async Task<PublishedVersion> RunAsync(string snapshotId, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(snapshotId, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && MayHaveHappened(exception))
        {
            // An error of the service is an answer; only one that never came is worth waiting for.
            bool isAnswered = exception is ApiException { StatusCode: not (HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout) and not < HttpStatusCode.BadRequest };
            if (await LookAsync(isAnswered ? TimeSpan.Zero : wait, cancellationToken) is { } found)
            {
                return found;
            }

            if (isAnswered)
            {
                throw;
            }

            throw new UnknownOutcomeException(exception);
        }
    }

    /// <summary>The active version, if it was made of this archive.</summary>
    /// <param name="patience">How long to look for it.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<PublishedVersion?> LookAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        long start = Environment.TickCount64;
        while (true)
        {
            try
            {
                if (await FindAsync(cancellationToken) is { } found)
                {
                    return found;
                }
            }
            catch (Exception exception) when (exception is ApiException or HttpRequestException or TimeoutException)
            {
                // The service that did not answer before need not do so now.
            }

            TimeSpan left = patience - TimeSpan.FromMilliseconds(Environment.TickCount64 - start);
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            await Task.Delay(left < Pause ? left : Pause, cancellationToken);
        }
    }

    private static bool MayHaveHappened(Exception exception) => exception switch
    {
        ApiException answer => answer.StatusCode is < HttpStatusCode.BadRequest or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError,
        HttpRequestException failed => failed.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError),
        _ => exception is TimeoutException or IOException,
    };

    private async Task<PublishedVersion> SendAsync(string snapshotId, CancellationToken cancellationToken)
    {
        var options = new RequestOptions { Timeout = Limit };
        if (agentId is not null)
        {
            PublishedAgentVersion version = await dari.Agents.PublishVersionAsync(
                agentId, new PublishAgentVersionRequest { SourceSnapshotId = snapshotId }, options, cancellationToken);
            return new PublishedVersion(version.AgentId, version.VersionId, version.AgentUrl);
        }

        CreatedAgent agent = await dari.Agents.CreateAsync(new CreateAgentRequest { SourceSnapshotId = snapshotId }, options, cancellationToken);
        return new PublishedVersion(agent.Id, agent.VersionId ?? agent.ActiveVersionId, agent.AgentUrl);
    }

    private async Task<PublishedVersion?> FindAsync(CancellationToken cancellationToken)
    {
        string? id = agentId;
        if (id is null)
        {
            AgentList list = await dari.Agents.ListAsync(cancellationToken: cancellationToken);
            id = list.Agents.FirstOrDefault(agent => agent.Name == agentName)?.Id;
        }

        if (id is null)
        {
            return null;
        }

        AgentVersionList versions = await dari.Agents.ListVersionsAsync(id, cancellationToken: cancellationToken);
        return versions.Versions.FirstOrDefault(version => version.IsActive && version.ArchiveSha256 == archiveSha256) is { } active
            ? new PublishedVersion(id, active.Id, null)
            : null;
    }
}
