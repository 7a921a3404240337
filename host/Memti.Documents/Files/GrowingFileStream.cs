using Memti.Abstractions.Diagnostics;

namespace Memti.Documents.Files;

/// <summary>
/// An output that the user names, written piece by piece aside, and renamed when it is whole. Its stream never throws: what writes it may
/// run inside other people's code. <see cref="Complete"/> reports what went wrong.
/// </summary>
public sealed class GrowingFileStream : Stream
{
    private readonly string _file;
    private readonly AsideFile _aside;
    private Exception? _error;

    /// <summary>Opens the file aside.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public GrowingFileStream(string file)
    {
        _file = file;
        try
        {
            string target = OutputTarget.Of(file);
            if (Directory.Exists(target))
                throw new IOException("it is a folder.");
            _aside = AsideFile.Open(target, bufferSize: 0);
        }
        catch (Exception error) when (WholeFile.IsOfFiles(error))
        {
            throw WholeFile.Unwritable(file, error);
        }
    }

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => _aside.Stream.Length;

    /// <inheritdoc />
    public override long Position
    {
        get => _aside.Stream.Position;
        set => throw new NotSupportedException();
    }

    /// <summary>Gives the file its name. A file that is disposed of before leaves nothing behind.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>, now or at an earlier write.</exception>
    public void Complete()
    {
        if (_error is null)
            Try(_aside.Complete);
        _aside.Dispose();
        if (_error is not null)
            throw WholeFile.Unwritable(_file, _error);
    }

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_error is not null)
            return;
        try
        {
            _aside.Stream.Write(buffer);
        }
        catch (Exception error) when (WholeFile.IsOfFiles(error))
        {
            _error = error;
        }
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _aside.Dispose();
        base.Dispose(disposing);
    }

    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception error) when (WholeFile.IsOfFiles(error))
        {
            _error ??= error;
        }
    }
}
