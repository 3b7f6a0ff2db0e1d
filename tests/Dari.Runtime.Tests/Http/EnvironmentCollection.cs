namespace Dari.Runtime.Tests.Http;

/// <summary>Tests that set environment variables, which every other test would see too.</summary>
[CollectionDefinition("environment", DisableParallelization = true)]
public sealed class EnvironmentCollection;
