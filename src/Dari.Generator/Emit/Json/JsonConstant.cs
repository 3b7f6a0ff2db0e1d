using System.Globalization;
using System.Text;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>The JSON text of a constant, on one line.</summary>
internal static class JsonConstant
{
    public static string Text(ConstantModel constant) => constant.Kind switch
    {
        ScalarKind.String => Quoted(constant.Text),
        ScalarKind.Boolean => constant.Text,
        _ => double.Parse(constant.Text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Quoted(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (char character in value)
        {
            if (character is '"' or '\\')
            {
                text.Append('\\').Append(character);
            }
            else if (character < ' ' || char.IsSurrogate(character))
            {
                text.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(character);
            }
        }

        return text.Append('"').ToString();
    }
}
