using System.Security.Cryptography;
using System.Text;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>Commands that read and write text.</summary>
internal static class TextCommands
{
    public static int Echo(CommandCall call)
    {
        var isOpen = call.Args is ["-n", ..];
        call.Write(string.Join(' ', call.Args.Skip(isOpen ? 1 : 0)) + (isOpen ? "" : "\n"));
        return 0;
    }

    public static int Printf(CommandCall call)
    {
        if (call.Args.Count == 0)
        {
            throw new CommandFault("missing operand", 2);
        }

        call.Write(PrintfFormat.Fill(call.Args[0], new Queue<string>(call.Args.Skip(1))));
        return 0;
    }

    public static async Task<int> CatAsync(CommandCall call)
    {
        var (_, operands) = call.Options("u");
        if (operands.Count == 0)
        {
            await foreach (var chunk in call.Input.ReadAsync(call.Stop))
            {
                call.Out.Write(chunk);
            }

            return 0;
        }

        return await ForEachInputAsync(call, operands, (_, bytes) => call.Out.Write(bytes));
    }

    public static async Task<int> Sha256SumAsync(CommandCall call)
    {
        var (_, operands) = call.Options("b");
        return await ForEachInputAsync(call, operands, (name, bytes) =>
            call.Write($"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {name}\n"));
    }

    public static async Task<int> CountAsync(CommandCall call)
    {
        var (options, operands) = call.Options("lwcm");
        var wanted = options.Length == 0 ? "lwc" : options;
        return await ForEachInputAsync(call, operands, (name, bytes) =>
        {
            var text = Encoding.UTF8.GetString(bytes);
            var counts = new Dictionary<char, int>
            {
                ['l'] = text.Count(letter => letter == '\n'),
                ['w'] = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length,
                ['c'] = bytes.Length,
                ['m'] = text.EnumerateRunes().Count(),
            };
            var numbers = "lwmc".Where(wanted.Contains).Select(letter => counts[letter]);
            call.Write($"{string.Join(' ', numbers)}{(operands.Count > 0 ? " " + name : "")}\n");
        });
    }

    private static async Task<int> ForEachInputAsync(
        CommandCall call, IReadOnlyList<string> operands, Action<string, byte[]> work)
    {
        if (operands.Count == 0 || operands is ["-"])
        {
            work("-", await call.Input.ReadToEndAsync(call.Stop));
            return 0;
        }

        return call.ForEach(operands, operand =>
        {
            var file = call.Session.Files.File(call.Session.Absolute(operand));
            if (file.Entry is FileInfo { Length: > ProcessOutput.Most })
            {
                throw new CommandFault($"{operand}: file too long");
            }

            work(operand, File.ReadAllBytes(file.Physical));
        });
    }
}
