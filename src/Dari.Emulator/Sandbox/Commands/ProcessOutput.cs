using System.Text;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>What a command has written so far, apart and interleaved, and who listens to it.</summary>
internal sealed class ProcessOutput
{
    /// <summary>Most bytes that one command may write to one place.</summary>
    public const int Most = 32 << 20;

    private readonly Lock _gate = new();
    private readonly MemoryStream _stdout = new();
    private readonly MemoryStream _stderr = new();
    private readonly MemoryStream _both = new();
    private Action<bool, byte[]>? _listeners;

    /// <summary>Standard output.</summary>
    public IByteSink Out => new Sink(this, isError: false);

    /// <summary>Standard error.</summary>
    public IByteSink Error => new Sink(this, isError: true);

    /// <summary>What was written to standard output, as text.</summary>
    public string StandardOutput => Text(_stdout);

    /// <summary>What was written to standard error, as text.</summary>
    public string StandardError => Text(_stderr);

    /// <summary>Both in the order in which they were written.</summary>
    public string Interleaved => Text(_both);

    /// <summary>Hears everything from the beginning: what is there at once, the rest as it comes.</summary>
    /// <param name="listener">Gets true for standard error, and the bytes. It must not wait.</param>
    public void Listen(Action<bool, byte[]> listener)
    {
        lock (_gate)
        {
            if (_stdout.Length > 0)
            {
                listener(false, _stdout.ToArray());
            }

            if (_stderr.Length > 0)
            {
                listener(true, _stderr.ToArray());
            }

            _listeners += listener;
        }
    }

    private string Text(MemoryStream bytes)
    {
        lock (_gate)
        {
            return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
    }

    private void Write(bool isError, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_both.Length + bytes.Length > Most)
            {
                throw new CommandFault("output too long");
            }

            (isError ? _stderr : _stdout).Write(bytes);
            _both.Write(bytes);
            _listeners?.Invoke(isError, bytes.ToArray());
        }
    }

    private sealed class Sink(ProcessOutput output, bool isError) : IByteSink
    {
        public void Write(ReadOnlySpan<byte> bytes) => output.Write(isError, bytes);
    }
}
