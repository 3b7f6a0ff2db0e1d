namespace Dari.Benchmarks.Json.Plain;

// What a user would write by hand for the System.Text.Json source generator: the schemas of shop.openapi.yaml.

internal sealed class Order
{
    public required string Id { get; set; }

    public int? Number { get; set; }

    public required DateTimeOffset PlacedAt { get; set; }

    public required string Status { get; set; }

    public required Customer Customer { get; set; }

    public required List<OrderItem> Items { get; set; }

    public required Dictionary<string, string> Labels { get; set; }

    public string? Note { get; set; }

    public required decimal Total { get; set; }

    public required bool Paid { get; set; }
}

internal sealed class Customer
{
    public required Guid Id { get; set; }

    public required string Name { get; set; }

    public string? Email { get; set; }
}

internal sealed class OrderItem
{
    public required string Sku { get; set; }

    public required int Quantity { get; set; }

    public required decimal Price { get; set; }
}

internal sealed class Repository
{
    public required long Id { get; set; }

    public required string NodeId { get; set; }

    public required string Name { get; set; }

    public required string FullName { get; set; }

    public required Owner Owner { get; set; }

    public required bool Private { get; set; }

    public string? Description { get; set; }

    public required string Url { get; set; }

    public required string HtmlUrl { get; set; }

    public required string ArchiveUrl { get; set; }

    public required string AssigneesUrl { get; set; }

    public required string BlobsUrl { get; set; }

    public required string BranchesUrl { get; set; }

    public required string CollaboratorsUrl { get; set; }

    public required string CommentsUrl { get; set; }

    public required string CommitsUrl { get; set; }

    public required string CompareUrl { get; set; }

    public required string ContentsUrl { get; set; }

    public required string ContributorsUrl { get; set; }

    public required string DeploymentsUrl { get; set; }

    public required string DownloadsUrl { get; set; }

    public required string EventsUrl { get; set; }

    public required string ForksUrl { get; set; }

    public required string CommitFilesUrl { get; set; }

    public required string RefsUrl { get; set; }

    public required string TagsUrl { get; set; }

    public required string HooksUrl { get; set; }

    public required string IssueCommentUrl { get; set; }

    public required string IssueEventsUrl { get; set; }

    public required string IssuesUrl { get; set; }

    public required string KeysUrl { get; set; }

    public required string LabelsUrl { get; set; }

    public required string LanguagesUrl { get; set; }

    public required string MergesUrl { get; set; }

    public required string MilestonesUrl { get; set; }

    public required string NotificationsUrl { get; set; }

    public required string PullsUrl { get; set; }

    public required string ReleasesUrl { get; set; }

    public required string StargazersUrl { get; set; }

    public required string StatusesUrl { get; set; }

    public required string SubscribersUrl { get; set; }

    public required string SubscriptionUrl { get; set; }

    public required string TeamsUrl { get; set; }

    public required string TreesUrl { get; set; }

    public required string CloneUrl { get; set; }

    public required string MirrorUrl { get; set; }

    public required string SvnUrl { get; set; }

    public required string Homepage { get; set; }

    public string? Language { get; set; }

    public required long ForksCount { get; set; }

    public required long StarsCount { get; set; }

    public required long WatchersCount { get; set; }

    public required long Size { get; set; }

    public required string DefaultBranch { get; set; }

    public required long OpenIssuesCount { get; set; }

    public required bool IsTemplate { get; set; }

    public required List<string> Topics { get; set; }

    public required bool HasIssues { get; set; }

    public required bool HasProjects { get; set; }

    public required bool HasWiki { get; set; }

    public required bool HasPages { get; set; }

    public required bool HasDownloads { get; set; }

    public required bool Archived { get; set; }

    public required bool Disabled { get; set; }

    public required string Visibility { get; set; }

    public required DateTimeOffset PushedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required Permissions Permissions { get; set; }

    public License? License { get; set; }
}

internal sealed class Owner
{
    public required string Login { get; set; }

    public required long Id { get; set; }

    public required string NodeId { get; set; }

    public required string AvatarUrl { get; set; }

    public required string Url { get; set; }

    public required string HtmlUrl { get; set; }

    public required string FollowersUrl { get; set; }

    public required string FollowingUrl { get; set; }

    public required string ReposUrl { get; set; }

    public required string Type { get; set; }

    public required bool SiteAdmin { get; set; }
}

internal sealed class Permissions
{
    public required bool Admin { get; set; }

    public required bool Maintain { get; set; }

    public required bool Push { get; set; }

    public required bool Triage { get; set; }

    public required bool Pull { get; set; }
}

internal sealed class License
{
    public required string Key { get; set; }

    public required string Name { get; set; }

    public string? SpdxId { get; set; }

    public string? Url { get; set; }

    public required string NodeId { get; set; }
}

internal sealed class Wide
{
    public string? AlphaCount { get; set; }

    public long? AlphaLabel { get; set; }

    public bool? AlphaState { get; set; }

    public double? AlphaRatio { get; set; }

    public DateTimeOffset? AlphaSince { get; set; }

    public string? BetaCount { get; set; }

    public int? BetaLabel { get; set; }

    public string? BetaState { get; set; }

    public long? BetaRatio { get; set; }

    public bool? BetaSince { get; set; }

    public double? GammaCount { get; set; }

    public DateTimeOffset? GammaLabel { get; set; }

    public string? GammaState { get; set; }

    public int? GammaRatio { get; set; }

    public string? GammaSince { get; set; }

    public long? DeltaCount { get; set; }

    public bool? DeltaLabel { get; set; }

    public double? DeltaState { get; set; }

    public DateTimeOffset? DeltaRatio { get; set; }

    public string? DeltaSince { get; set; }

    public int? EpsilonCount { get; set; }

    public string? EpsilonLabel { get; set; }

    public long? EpsilonState { get; set; }

    public bool? EpsilonRatio { get; set; }

    public double? EpsilonSince { get; set; }

    public DateTimeOffset? ZetaCount { get; set; }

    public string? ZetaLabel { get; set; }

    public int? ZetaState { get; set; }

    public string? ZetaRatio { get; set; }

    public long? ZetaSince { get; set; }

    public bool? EtaCount { get; set; }

    public double? EtaLabel { get; set; }

    public DateTimeOffset? EtaState { get; set; }

    public string? EtaRatio { get; set; }

    public int? EtaSince { get; set; }

    public string? ThetaCount { get; set; }

    public long? ThetaLabel { get; set; }

    public bool? ThetaState { get; set; }

    public double? ThetaRatio { get; set; }

    public DateTimeOffset? ThetaSince { get; set; }

    public string? IotaCount { get; set; }

    public int? IotaLabel { get; set; }

    public string? IotaState { get; set; }

    public long? IotaRatio { get; set; }

    public bool? IotaSince { get; set; }

    public double? KappaCount { get; set; }

    public DateTimeOffset? KappaLabel { get; set; }

    public string? KappaState { get; set; }

    public int? KappaRatio { get; set; }

    public string? KappaSince { get; set; }

    public long? LambdaCount { get; set; }

    public bool? LambdaLabel { get; set; }

    public double? LambdaState { get; set; }

    public DateTimeOffset? LambdaRatio { get; set; }

    public string? LambdaSince { get; set; }

    public int? OmicronCount { get; set; }

    public string? OmicronLabel { get; set; }

    public long? OmicronState { get; set; }

    public bool? OmicronRatio { get; set; }

    public double? OmicronSince { get; set; }

    public DateTimeOffset? RhoCount { get; set; }

    public string? RhoLabel { get; set; }

    public int? RhoState { get; set; }

    public string? RhoRatio { get; set; }

    public long? RhoSince { get; set; }

    public bool? SigmaCount { get; set; }

    public double? SigmaLabel { get; set; }
}
