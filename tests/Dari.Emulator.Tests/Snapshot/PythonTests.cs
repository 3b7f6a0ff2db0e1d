using System.Text;
using Dari.Emulator.Snapshot.Python;

namespace Dari.Emulator.Tests.Snapshot;

public sealed class PythonTests
{
    [Theory]
    [InlineData("print('a', 1, 2.5, None, True, sep='-', end='!')", "a-1-2.5-None-True!")]
    [InlineData("print(2 + 3 * 4 ** 2 // 5 - 7 % 3)", "10\n")]
    [InlineData("print(-7 // 2, -7 % 3, 7 / 2, 4 / 2)", "-4 2 3.5 2.0\n")]
    [InlineData("print(2 ** 100)", "1267650600228229401496703205376\n")]
    [InlineData("a = 'x'; a += 'y'; print(a * 2, len(a))", "xyxy 2\n")]
    [InlineData("name = 'world'\nprint(f'hello {name}, {1 + 1}')", "hello world, 2\n")]
    [InlineData("print(1 < 2 and not 3 == 4, 'a' 'b', repr('q'))", "True ab 'q'\n")]
    [InlineData("# nothing\n\nprint(\"\"\"two\nlines\"\"\")", "two\nlines\n")]
    [InlineData("import sys\nprint('hidden', file=sys.stderr); print(sys.stderr, sys.stdout == 1)", "<stream> False\n")]
    [InlineData("print(int('7') + float('1.5'), str(1e16), -1.5e17, 1e-5, -2 ** 2)", "8.5 1e+16 -1.5e+17 1e-05 -4\n")]
    public void Code_prints_what_Python_prints(string code, string expected) => Run(code).Out.ShouldBe(expected);

    [Theory]
    [InlineData("print(x)", "NameError: name 'x' is not defined")]
    [InlineData("1 / 0", "ZeroDivisionError: division by zero")]
    [InlineData("print('a' + 1)", "TypeError: unsupported operand type(s) for +: 'str' and 'int'")]
    [InlineData("raise ValueError('no')", "ValueError: no")]
    [InlineData("import numpy", "ModuleNotFoundError: No module named 'numpy'")]
    [InlineData("print('a", "SyntaxError: unterminated string literal")]
    [InlineData("print(1", "SyntaxError: '(' was never closed")]
    [InlineData("echo hi", "SyntaxError: invalid syntax")]
    [InlineData("  print(1)", "IndentationError: unexpected indent")]
    public void Code_fails_as_Python_fails(string code, string expected) => Run(code).Fault.ShouldBe(expected);

    [Fact]
    public void Nesting_cannot_exhaust_the_stack()
    {
        foreach (string code in new[] { new string('(', 5000) + "1" + new string(')', 5000), new string('-', 900) + "1", "1" + new StringBuilder().Insert(0, "+1", 5000) })
        {
            Run(code).Fault.ShouldNotBeNull().ShouldStartWith("SyntaxError");
        }
    }

    private static (string Out, string? Fault) Run(string code)
    {
        var scope = new PythonScope();
        try
        {
            foreach (Action<PythonScope> statement in PythonParser.Parse(code))
            {
                statement(scope);
            }

            return (scope.Out.ToString(), null);
        }
        catch (PythonFault fault)
        {
            return (scope.Out.ToString(), fault.Line);
        }
    }
}
