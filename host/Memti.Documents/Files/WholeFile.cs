using System.Security.Cryptography;
using Memti.Abstractions.Diagnostics;

namespace Memti.Documents.Files;

/// <summary>Files that are whole or not there.</summary>
public static class WholeFile
{
    /// <summary>What the name of a file ends with until it is whole.</summary>
    internal const string Partial = ".memti-partial";

    /// <summary>Writes bytes aside and renames them.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>; nothing is left behind.</exception>
    public static void Write(string file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            ArgumentException.ThrowIfNullOrEmpty(file);
            using (FileStream aside = Aside(file, bufferSize: 4096))
            {
                aside.Write(bytes);
                aside.Flush(flushToDisk: true);
            }

            File.Move(file + Partial, file, overwrite: true);
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            // A full disk must not keep what it could not take.
            TryClean(file);
            throw Unwritable(file, error);
        }
    }

    /// <summary>Makes sure, before hours of work, that a file can be written where it shall lie.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void RequireWritable(string file)
    {
        try
        {
            ArgumentException.ThrowIfNullOrEmpty(file);
            if (Directory.Exists(file))
                throw new IOException("it is a folder.");
            Aside(file, bufferSize: 0).Dispose();
            File.Delete(file + Partial);
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
            Clean(file);
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

    /// <summary>Opens the file that lies aside until the whole one has its name.</summary>
    internal static FileStream Aside(string file, int bufferSize)
    {
        // What lies there is of a killed run. Deleted and not overwritten: a link there could lead to any file of the user.
        Clean(file);
        return new FileStream(file + Partial, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize);
    }

    /// <summary>A file that cannot be written, and why.</summary>
    internal static MemtiException Unwritable(string file, Exception fault) => new(
        new Diagnostic(DiagnosticCode.OutputUnwritable, $"the output cannot be written: {fault.Message}") { File = file }, fault);

    internal static bool IsOfFiles(Exception fault) =>
        fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    private static void Clean(string file)
    {
        // File.Delete throws where the folder is not there.
        if (File.Exists(file + Partial) || new FileInfo(file + Partial).LinkTarget is not null)
            File.Delete(file + Partial);
    }

    private static void TryClean(string file)
    {
        try
        {
            Clean(file);
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            // The error of the write says more.
        }
    }
}
