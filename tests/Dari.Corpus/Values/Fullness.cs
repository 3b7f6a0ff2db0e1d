namespace Dari.Corpus.Values;

/// <summary>Which optional members an instance has.</summary>
internal enum Fullness
{
    None,
    All,
    Some,
}
