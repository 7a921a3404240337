using System.Diagnostics;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;

namespace Memti.Training.Tests.Files;

/// <summary>Files that are whole or not there, and what killed runs leave.</summary>
public sealed class WholeFileTests : IDisposable
{
    private const string Partial = ".memti-partial";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_killed_run_left_aside_is_replaced()
    {
        _folder.Write("a.bin" + Partial, "half");

        WholeFile.Write(_folder.Path("a.bin"), "whole"u8);

        Names().ShouldBe(["a.bin"]);
    }

    [Fact]
    public void A_link_that_lies_aside_leads_no_bytes_elsewhere()
    {
        string mine = _folder.Write("elsewhere/mine.txt", "mine");
        Directory.CreateDirectory(_folder.Path("out"));
        File.CreateSymbolicLink(_folder.Path("out", "a.bin" + Partial), mine);
        File.CreateSymbolicLink(_folder.Path("out", "b.bin" + Partial), mine);
        File.CreateSymbolicLink(_folder.Path("out", "c.bin"), mine);

        WholeFile.Write(_folder.Path("out", "a.bin"), "a"u8);
        WholeFile.RequireWritable(_folder.Path("out", "b.bin"));
        WholeFile.Write(_folder.Path("out", "c.bin"), "c"u8);

        File.ReadAllText(mine).ShouldBe("mine");
        File.ReadAllText(_folder.Path("out", "c.bin")).ShouldBe("c");
        new FileInfo(_folder.Path("out", "c.bin")).LinkTarget.ShouldBeNull();
    }

    [Fact]
    public void An_output_that_is_a_link_stays_one_and_its_target_is_written()
    {
        string mine = _folder.Write("elsewhere/mine.txt", "mine");
        string link = _folder.Path("link");
        string dangling = _folder.Path("dangling");
        File.CreateSymbolicLink(link, mine);
        File.CreateSymbolicLink(dangling, "elsewhere/new.txt");

        WholeFile.RequireWritable(link);
        WholeFile.WriteOutput(link, "new"u8);
        using (GrowingFileStream stream = new(dangling))
        {
            stream.Write("grown"u8);
            stream.Complete();
        }

        new FileInfo(link).LinkTarget.ShouldBe(mine);
        File.ReadAllText(mine).ShouldBe("new");
        new FileInfo(dangling).LinkTarget.ShouldBe("elsewhere/new.txt");
        File.ReadAllText(_folder.Path("elsewhere", "new.txt")).ShouldBe("grown");
    }

    [Fact]
    public void Links_in_a_circle_are_a_finding()
    {
        File.CreateSymbolicLink(_folder.Path("a"), "b");
        File.CreateSymbolicLink(_folder.Path("b"), "a");

        Should.Throw<MemtiException>(() => WholeFile.WriteOutput(_folder.Path("a"), "x"u8)).Diagnostic.Code
            .ShouldBe(DiagnosticCode.OutputUnwritable);
    }

    [Fact]
    public async Task A_pipe_is_written_to_and_stays_a_pipe()
    {
        if (!OperatingSystem.IsLinux())
            return;
        string pipe = _folder.Path("pipe");
        File.CreateSymbolicLink(_folder.Path("link"), pipe);
        using (Process made = Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync();

        foreach (string name in new[] { pipe, _folder.Path("link") })
        {
            Task<string> reader = Task.Run(() => File.ReadAllText(pipe));
            WholeFile.RequireWritable(name);
            WholeFile.WriteOutput(name, "through"u8);
            (await reader.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBe("through");
        }

        FileKind.IsSpecial(pipe).ShouldBeTrue();
        FileKind.IsSpecial(_folder.Root).ShouldBeFalse();
        FileKind.IsSpecial(_folder.Path("none")).ShouldBeFalse();
        Directory.GetFileSystemEntries(_folder.Root).Length.ShouldBe(2);
    }

    [Fact]
    public void A_device_is_written_to_and_a_full_one_is_a_finding()
    {
        if (!OperatingSystem.IsLinux())
            return;
        WholeFile.WriteOutput("/dev/null", "gone"u8);
        FileKind.IsSpecial("/dev/null").ShouldBeTrue();

        Should.Throw<MemtiException>(() => WholeFile.WriteOutput("/dev/full", "none"u8)).Diagnostic.Code
            .ShouldBe(DiagnosticCode.OutputUnwritable);
    }

    [Fact]
    public void A_file_that_is_replaced_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows())
            return;
        string file = _folder.Write("secret.json", "old");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        WholeFile.Write(file, "new"u8);

        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void What_another_process_is_writing_stays()
    {
        string other = _folder.Path("a.bin.0123456789ab" + Partial);
        string dead = _folder.Write("a.bin.ba9876543210" + Partial, "dead");
        string foreign = _folder.Write("a.bin.old.ba9876543210" + Partial, "of a.bin.old");
        using (new FileStream(other, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            WholeFile.Write(_folder.Path("a.bin"), "whole"u8);

        File.Exists(other).ShouldBeTrue();
        File.Exists(dead).ShouldBeFalse();
        File.Exists(foreign).ShouldBeTrue();
    }

    [Fact]
    public void A_write_that_fails_leaves_nothing_aside()
    {
        Directory.CreateDirectory(_folder.Path("a.bin"));

        Should.Throw<MemtiException>(() => WholeFile.Write(_folder.Path("a.bin"), "a"u8)).Diagnostic.Code
            .ShouldBe(DiagnosticCode.OutputUnwritable);

        Names().ShouldBeEmpty();
    }

    [Fact]
    public void Leftovers_go_and_nothing_else_and_links_are_not_followed()
    {
        _folder.Write("in/a.bin", "");
        _folder.Write("in/a.bin" + Partial, "");
        _folder.Write("in/deep/b.checkpoint", "");
        _folder.Write("in/deep/b.bin" + Partial, "");
        _folder.Write("out/c.bin" + Partial, "");
        Directory.CreateSymbolicLink(_folder.Path("in", "link"), _folder.Path("out"));

        Leftovers.Sweep(_folder.Path("in"), below: false);
        Names().ShouldBe(["in/a.bin", "in/deep/b.bin" + Partial, "in/deep/b.checkpoint", "out/c.bin" + Partial]);

        Leftovers.Sweep(_folder.Path("in"), below: true, static name => name == "b.checkpoint");
        Names().ShouldBe(["in/a.bin", "out/c.bin" + Partial]);
        Leftovers.Sweep(_folder.Path("none"), below: true);
    }

    [Fact]
    public void A_second_holder_waits_for_the_first()
    {
        using var cancelled = new CancellationTokenSource();
        bool waited = false;
        using (FolderLock.Take(_folder.Root, null, CancellationToken.None))
            Should.Throw<OperationCanceledException>(() => FolderLock.Take(_folder.Root, () => Wait(), cancelled.Token));

        waited.ShouldBeTrue();
        FolderLock.Take(_folder.Root, () => waited = false, CancellationToken.None).Dispose();
        waited.ShouldBeTrue();

        void Wait()
        {
            waited = true;
            cancelled.Cancel();
        }
    }

    [Fact]
    public void A_lock_that_is_a_link_is_refused()
    {
        string mine = _folder.Write("mine.txt", "mine");
        Directory.CreateDirectory(_folder.Path("work"));
        File.CreateSymbolicLink(_folder.Path("work", "lock"), mine);

        Should.Throw<MemtiException>(() => FolderLock.Take(_folder.Path("work"), null, CancellationToken.None)).Diagnostic.Code
            .ShouldBe(DiagnosticCode.OutputUnwritable);
    }

    private static readonly EnumerationOptions WithoutLinks =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private string[] Names() =>
    [
        .. Directory.EnumerateFiles(_folder.Root, "*", WithoutLinks)
            .Select(file => Path.GetRelativePath(_folder.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];
}
