using Dari.Generator.Diagnostics;
using Dari.Generator.Review.Contracts;

namespace Dari.Generator.Review.Comparing;

/// <summary>Where to look in a document for what is not there any more: the nearest that would have held it.</summary>
internal static class FormerPlace
{
    /// <param name="gone">What the other document has.</param>
    /// <param name="holder">The part of this document that has no such part.</param>
    public static LocationInfo? Of(ContractNode gone, ContractNode holder) => gone.Kind switch
    {
        ContractKind.Operation when gone.Fact("path") is { } path => holder.Place?.Within("paths", path),
        ContractKind.Operation => holder.Place?.Within("paths"),
        ContractKind.Webhook => holder.Place?.Within("webhooks"),
        ContractKind.Server => holder.Place?.Within("servers"),
        ContractKind.Type => holder.Place?.Within("definitions") is { } old && old != holder.Place.Location ? old : holder.Place?.Within("components", "schemas"),
        ContractKind.Scheme => holder.Place?.Within("components", "securitySchemes"),
        _ => holder.Place?.Location,
    };
}
