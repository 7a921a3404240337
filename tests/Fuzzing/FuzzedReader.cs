using System.Text;
using Memti.Abstractions.Diagnostics;

namespace Memti.Tests;

/// <summary>Gives broken files to a reader: it succeeds or throws a coded finding, in bounded memory, and it ends.</summary>
internal static class FuzzedReader
{
    /// <summary>Most bytes that one input may allocate, in all.</summary>
    private const long MostBytes = 512L << 20;

    /// <summary>A reader that takes longer has no limit. An input of megabytes takes a second on a busy machine.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    /// <summary>Inputs of each reader: 1,000,000 with <c>MEMTI_LONG_TESTS=1</c>, 1,000 without.</summary>
    public static int Inputs => Environment.GetEnvironmentVariable("MEMTI_LONG_TESTS") == "1" ? 1_000_000 : 1_000;

    /// <summary>Reads files broken at random.</summary>
    /// <param name="seed">Where the random numbers start.</param>
    /// <param name="sound">Files that the reader takes.</param>
    /// <param name="read">Reads a file; a finding that it only returns it must judge itself.</param>
    /// <param name="mostBytes">Most bytes that one input may allocate.</param>
    public static void Read(int seed, IReadOnlyList<byte[]> sound, Action<byte[]> read, long mostBytes = MostBytes)
    {
        foreach (byte[] file in sound)
            read(file);
        BrokenFiles broken = new(seed, sound);
        for (int input = 0; input < Inputs; input++)
            Once(broken.Next(), read, $"input {input} of seed {seed}", mostBytes);
    }

    /// <inheritdoc cref="Read(int, IReadOnlyList{byte[]}, Action{byte[]}, long)"/>
    public static void Read(int seed, IEnumerable<string> sound, Action<string> read) =>
        Read(seed, [.. sound.Select(Encoding.UTF8.GetBytes)], bytes => read(Encoding.UTF8.GetString(bytes)));

    /// <summary>Reads files that are too long, too wide or too deep.</summary>
    /// <param name="sound">A file that the reader takes; oversized text also stands behind it.</param>
    /// <param name="read">Reads a text.</param>
    public static void ReadOversized(string sound, Action<string> read)
    {
        int number = 0;
        foreach (string text in BrokenFiles.OversizedTexts())
        {
            Watched(text, read, $"oversized text {number}");
            Watched(sound + "\n" + text, read, $"oversized text {number++} behind a sound one");
        }
    }

    /// <summary>Reads one large file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="read">Reads it, on a thread of its own: a reader that hangs is a failure and not a hanging test.</param>
    /// <param name="what">What the file is.</param>
    public static void Watch(byte[] file, Action<byte[]> read, string what)
    {
        Exception? failure = null;
        Thread thread = new(() =>
        {
            try
            {
                Once(file, read, what);
            }
            catch (Exception error)
            {
                failure = error;
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        thread.Join(Hang).ShouldBeTrue($"{what} does not end");
        failure.ShouldBeNull(what);
    }

    private static void Watched(string text, Action<string> read, string what) =>
        Watch(Encoding.UTF8.GetBytes(text), bytes => read(Encoding.UTF8.GetString(bytes)), what);

    private static void Once(byte[] file, Action<byte[]> read, string what, long mostBytes = MostBytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read(file);
        }
        catch (MemtiException error)
        {
            error.Diagnostic.Code.ShouldStartWith("MEMTI");
            error.Diagnostic.Code.ShouldNotBe("MEMTI9001");
        }
        catch (Exception error) when (error is not Shouldly.ShouldAssertException)
        {
            throw new InvalidOperationException($"{what}: {error.GetType().Name}; the file in Base64: {Shown(file)}", error);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(mostBytes, what);
    }

    private static string Shown(byte[] file) => Convert.ToBase64String(file.AsSpan(0, Math.Min(file.Length, 4096)));
}
