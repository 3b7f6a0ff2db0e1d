namespace Dari.Review.OtherReader;

/// <summary>The words in which two readings of a document are compared, a line a fact.</summary>
internal static class FactWords
{
    public static string Operation(string name) => "operation " + name;

    public static string Parameter(string operation, string place, string name, bool isRequired) =>
        "parameter " + operation + ", " + place + " '" + name + "'" + Required(isRequired);

    public static string Schema(string name) => "schema " + name;

    public static string Property(string schema, string name, bool isRequired) => "property " + schema + "." + name + Required(isRequired);

    private static string Required(bool isRequired) => isRequired ? ", required" : "";
}
