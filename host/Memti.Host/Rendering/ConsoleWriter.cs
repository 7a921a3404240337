using System.Text;
using Memti.Abstractions.Diagnostics;

namespace Memti.Host.Rendering;

/// <summary>A stream of the console that may be a file on a full disk.</summary>
/// <param name="stream">The stream.</param>
/// <param name="failed">Called with the error of a write that failed.</param>
internal sealed class ConsoleWriter(TextWriter stream, Action<IOException> failed) : TextWriter
{
    /// <inheritdoc />
    public override Encoding Encoding => stream.Encoding;

    /// <summary>Makes a failed write to standard output a finding. A failed write to standard error is passed over: there is no place left
    /// that could tell.</summary>
    public static void Install()
    {
        Console.SetOut(new ConsoleWriter(Console.Out, static error => throw Unwritable(error)));
        Console.SetError(new ConsoleWriter(Console.Error, static _ => { }));
    }

    /// <inheritdoc />
    public override void Write(char value) => Write([value]);

    /// <inheritdoc />
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc />
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<char> buffer)
    {
        try
        {
            stream.Write(buffer);
        }
        catch (IOException error)
        {
            failed(error);
        }
    }

    /// <inheritdoc />
    public override void Flush()
    {
        try
        {
            stream.Flush();
        }
        catch (IOException error)
        {
            failed(error);
        }
    }

    private static MemtiException Unwritable(IOException error) => new(
        new Diagnostic(DiagnosticCode.OutputUnwritable, $"standard output cannot be written: {error.Message.TrimEnd('.')}."), error);
}
