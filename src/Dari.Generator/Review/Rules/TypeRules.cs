namespace Dari.Generator.Review.Rules;

internal static class TypeRules
{
    public static readonly Rule Added = new(
        "schema-added", Level.Safe, Level.Safe, "schema-removed", "{0} is new", "Where something becomes of this type, that is reported there.");

    public static readonly Rule Removed = new(
        "schema-removed", Level.Safe, Level.Safe, "schema-added", "{0} is gone", "Where something was of this type, that is reported there; that its C# type is gone is reported as well.");

    public static readonly Rule Changed = Rule.Self(
        "type-changed", Level.Breaking, Level.Breaking, "{0} was {1} and is {2}", "Values of one type are none of the other.");

    public static readonly Rule Narrowed;
    public static readonly Rule Widened;

    public static readonly Rule FormatChanged = Rule.Self(
        "format-changed", Level.Breaking, Level.Breaking, "The format of {0} was {1} and is {2}", "Values of one format are none of the other.");

    public static readonly Rule FormatNarrowed;
    public static readonly Rule FormatWidened;

    public static readonly Rule AnnotationChanged = Rule.Self(
        "format-annotation-changed", Level.Risky, Level.Safe, "The format of {0} was {1} and is {2}", "It is text as before, whatever the format says; the service may check what is sent.");

    public static readonly Rule BecameNotNullable;
    public static readonly Rule BecameNullable;

    public static readonly Rule DefaultChanged = Rule.Self(
        "default-changed", Level.Risky, Level.Safe, "The default of {0} was {1} and is {2}", "What is left out means something else.");

    public static readonly Rule BecameReadOnly = new(
        "read-only-set", Level.Risky, Level.Safe, "read-only-unset", "{0} became read-only", "What is sent for it is ignored or refused.");

    public static readonly Rule BecameNotReadOnly = new(
        "read-only-unset", Level.Risky, Level.Safe, "read-only-set", "{0} is no longer read-only", "It can be sent now; where it is required, it must be.");

    public static readonly Rule BecameWriteOnly = new(
        "write-only-set", Level.Safe, Level.Breaking, "write-only-unset", "{0} became write-only", "Who reads it finds nothing any more.");

    public static readonly Rule BecameNotWriteOnly = new(
        "write-only-unset", Level.Safe, Level.Safe, "write-only-set", "{0} is no longer write-only", "It is received now, which nobody expects or minds.");

    public static readonly Rule EncodingChanged = Rule.Self(
        "content-encoding-changed", Level.Breaking, Level.Breaking, "The encoding of {0} was {1} and is {2}", "The value is written in another way.");

    public static readonly Rule MediaTypeChanged = Rule.Self(
        "content-media-type-changed", Level.Risky, Level.Risky, "What {0} holds was {1} and is {2}", "It is text as before, but with other things in it.");

    public static readonly Rule XmlChanged = Rule.Self(
        "xml-changed", Level.Risky, Level.Risky, "How {0} is written in XML was {1} and is {2}", "Bodies in JSON stay as they are; those in XML do not.");

    static TypeRules()
    {
        (Narrowed, Widened) = Rule.Pair("type-narrowed", "{0} was {1} and is only {2}", "type-widened", "{0} was {1} and may be {2}");
        (FormatNarrowed, FormatWidened) = Rule.Pair(
            "format-narrowed", "The format of {0} was {1} and is {2}", "format-widened", "The format of {0} was {1} and is {2}");
        (BecameNotNullable, BecameNullable) = Rule.Pair("became-not-nullable", "{0} can no longer be null", "became-nullable", "{0} can be null");
    }
}
