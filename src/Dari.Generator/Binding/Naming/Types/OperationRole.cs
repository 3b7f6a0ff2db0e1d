namespace Dari.Generator.Binding.Naming.Types;

/// <summary>Types that an operation has of its own, without a schema.</summary>
internal enum OperationRole
{
    Query,
    Result,
    Headers,
}
