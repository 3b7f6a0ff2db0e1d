using System.Globalization;
using System.Text;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>The format of <c>printf</c>: <c>%s</c>, <c>%d</c>, <c>%%</c> and the usual escapes.</summary>
internal static class PrintfFormat
{
    /// <summary>Fills a format; it is used again while there are arguments left.</summary>
    /// <exception cref="CommandFault">A directive that is not understood, or no number for <c>%d</c>.</exception>
    public static string Fill(string format, Queue<string> arguments)
    {
        var text = new StringBuilder();
        int left;
        do
        {
            left = arguments.Count;
            FillOnce(format, arguments, text);
        }
        while (arguments.Count > 0 && arguments.Count < left);

        return text.ToString();
    }

    private static void FillOnce(string format, Queue<string> arguments, StringBuilder text)
    {
        for (var i = 0; i < format.Length; i++)
        {
            if (i + 1 < format.Length && format[i] is '\\' or '%')
            {
                text.Append(format[i++] == '\\' ? Escape(format[i]) : Directive(format[i], arguments));
            }
            else
            {
                text.Append(format[i]);
            }
        }
    }

    private static string Escape(char letter) => letter switch
    {
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        '0' => "\0",
        '\\' => "\\",
        '"' => "\"",
        _ => "\\" + letter,
    };

    private static string Directive(char letter, Queue<string> arguments) => letter switch
    {
        '%' => "%",
        's' => arguments.TryDequeue(out var word) ? word : "",
        'd' or 'i' => Number(arguments.TryDequeue(out var digits) ? digits : "0"),
        _ => throw new CommandFault($"%{letter}: invalid directive"),
    };

    private static string Number(string digits) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw new CommandFault($"{digits}: invalid number");
}
