using Dari.Agents;
using Dari.Cli.Output;

namespace Dari.Cli.Deploying;

/// <summary>Finds the agent that is meant.</summary>
internal static class AgentTarget
{
    public static bool IsId(string agent) => agent.StartsWith("agt_", StringComparison.Ordinal);

    /// <summary>The id of an agent that is given by id or name.</summary>
    /// <exception cref="CliException">There is no agent of that name, or several.</exception>
    public static async Task<string> ResolveAsync(IDariClient dari, string agent, CancellationToken cancellationToken)
    {
        if (IsId(agent))
        {
            return agent;
        }

        AgentList list = await dari.Agents.ListAsync(cancellationToken: cancellationToken);
        string[] ids = [.. list.Agents.Where(one => one.Name == agent).Select(static one => one.Id)];
        return ids switch
        {
            [string only] => only,
            [] => throw new CliException("agent_not_found", $"There is no agent '{agent}'.")
            {
                Hint = list.Agents.Count == 0
                    ? "There is none yet; leave --agent out to create it."
                    : $"There are: {string.Join(", ", list.Agents.Take(20).Select(static one => one.Name))}.",
            },
            _ => throw new CliException("ambiguous_agent", $"Several agents are called '{agent}'.")
            {
                Hint = $"Give the id of one: {string.Join(", ", ids)}.",
            },
        };
    }
}
