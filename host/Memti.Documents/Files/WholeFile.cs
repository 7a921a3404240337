using System.Security.Cryptography;
using Memti.Abstractions.Diagnostics;

namespace Memti.Documents.Files;

/// <summary>Files that are whole or not there.</summary>
public static class WholeFile
{
    /// <summary>Writes bytes aside and renames them. A link of that name is replaced, so that it leads no bytes elsewhere.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>; nothing is left behind.</exception>
    public static void Write(string file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            // A full disk must not keep what it could not take: what is not complete goes.
            using AsideFile aside = AsideFile.Open(file, bufferSize: 0);
            aside.Stream.Write(bytes);
            aside.Complete();
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            throw Unwritable(file, error);
        }
    }

    /// <summary>Writes an output that the user names: a device or a FIFO is written to, and of a link the file that it leads to.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>; nothing is left behind.</exception>
    public static void WriteOutput(string file, ReadOnlySpan<byte> bytes)
    {
        string target;
        try
        {
            target = OutputTarget.Of(file);
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            throw Unwritable(file, error);
        }

        Write(target, bytes);
    }

    /// <summary>Makes sure, before hours of work, that an output that the user names can be written. Of a device or a FIFO nothing is
    /// known before it is written to.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void RequireWritable(string file)
    {
        try
        {
            string target = OutputTarget.Of(file);
            if (Directory.Exists(target))
                throw new IOException("it is a folder.");
            // To open a FIFO and to close it again would end its reader.
            if (!FileKind.IsSpecial(target))
                AsideFile.Open(target, bufferSize: 0).Dispose();
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            throw Unwritable(file, error);
        }
    }

    /// <summary>Deletes a file, and what a killed run left of it.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            throw Unwritable(file, error);
        }

        CleanUp(file);
    }

    /// <summary>Deletes what a killed run left of a file that it was writing.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void CleanUp(string file)
    {
        try
        {
            AsideFile.CleanUp(file);
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            throw Unwritable(file, error);
        }
    }

    /// <summary>Gives a file that is whole its name; one that has the name is replaced.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void Rename(string aside, string file)
    {
        try
        {
            File.Move(aside, file, overwrite: true);
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            throw Unwritable(file, error);
        }
    }

    /// <summary>Makes a folder and those above it; one that is there is left as it is.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            throw new MemtiException(
                new Diagnostic(DiagnosticCode.OutputUnwritable, $"the folder cannot be made: {error.Message}") { File = folder }, error);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.FileUnreadable"/>.</exception>
    public static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            throw Unreadable(file, error);
        }
    }

    /// <summary>SHA-256 in lower case hexadecimal digits.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>A file that cannot be read, and why.</summary>
    public static MemtiException Unreadable(string file, Exception fault)
    {
        string why = fault is FileNotFoundException or DirectoryNotFoundException ? "it does not exist" : fault.Message.TrimEnd('.');
        return new MemtiException(
            new Diagnostic(DiagnosticCode.FileUnreadable, $"the file cannot be read: {why}.") { File = file, Value = file }, fault);
    }

    /// <summary>A file that cannot be written, and why.</summary>
    internal static MemtiException Unwritable(string file, Exception fault) => new(
        new Diagnostic(DiagnosticCode.OutputUnwritable, $"the output cannot be written: {fault.Message}") { File = file }, fault);

    internal static bool IsOfFiles(Exception fault) =>
        fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;
}
