using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Banks;
using Memti.Arrays.Caching;
using Memti.Arrays.Codes;
using Memti.Arrays.Search;
using Memti.Arrays.Tests.Search;

namespace Memti.Arrays.Tests.Caching;

public sealed class DiskBankCacheTests : IDisposable
{
    private static readonly BankRequest Request = BankCases.Small("sram-146f2");
    private static readonly BankSolution Solution = BankSolver.Solve(Request);

    private readonly TemporaryFolder _folder = new();
    private readonly List<Diagnostic> _notices = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_read_back_is_what_was_searched_in_every_bit() => BankCases.Obey(bank =>
    {
        DiskBankCache cache = Cache();
        BankSolution searched = BankSolver.Solve(bank);
        cache.Add(bank, searched);
        return AreEqual(cache.Find(bank)!, searched);
    });

    [Fact]
    public void A_solver_with_a_cache_gives_the_figures_of_one_without()
    {
        ArrayRequest request = new("rram-1t1r-53f2", 1, 16384);
        ArrayFigures searched = new ArraySolver(ShippedCells.Named).Solve(request);
        new ArraySolver(ShippedCells.Named, Cache()).Solve(request).ShouldBe(searched);
        Entries().ShouldNotBeEmpty();
        new ArraySolver(ShippedCells.Named, Cache()).Solve(request).ShouldBe(searched);
    }

    [Fact]
    public void A_bank_in_which_nothing_fits_is_remembered_with_the_reasons()
    {
        BankRequest impossible = Request with { Limits = new BankLimits { Area = 1e-30 } };
        BankSolution searched = BankSolver.Solve(impossible, Cache());
        searched.Winners.ShouldBeEmpty();
        AreEqual(Cache().Find(impossible).ShouldNotBeNull(), searched).ShouldBeTrue();
    }

    [Fact]
    public void A_bank_that_was_never_solved_is_not_known() => Cache().Find(Request).ShouldBeNull();

    [Fact]
    public void An_entry_cut_anywhere_is_as_good_as_none_and_is_written_again()
    {
        Cache().Add(Request, Solution);
        string file = Entries().Single();
        byte[] whole = File.ReadAllBytes(file);
        for (int length = 0; length < whole.Length; length += 97)
        {
            File.WriteAllBytes(file, whole[..length]);
            Cache().Find(Request).ShouldBeNull();
        }

        AreEqual(BankSolver.Solve(Request, Cache()), Solution).ShouldBeTrue();
        File.ReadAllBytes(file).ShouldBe(whole);
    }

    [Fact]
    public void An_entry_with_any_byte_changed_is_as_good_as_none()
    {
        Cache().Add(Request, Solution);
        string file = Entries().Single();
        byte[] bytes = File.ReadAllBytes(file);
        for (int at = 0; at < bytes.Length; at += 31)
        {
            bytes[at] ^= 1;
            File.WriteAllBytes(file, bytes);
            Cache().Find(Request).ShouldBeNull();
            bytes[at] ^= 1;
        }
    }

    [Fact]
    public void The_whole_entry_of_another_bank_is_not_taken_for_this_one()
    {
        Cache().Add(Request, Solution);
        string file = Entries().Single();
        BankRequest other = Request with { TemperatureKelvin = 301 };
        File.Copy(file, new BankCacheFolder(_folder.Root).EntryOf(BankKey.Of(other)));
        Cache().Find(other).ShouldBeNull();
    }

    [Fact]
    public void Threads_that_write_read_trim_and_clear_one_folder_see_whole_entries_or_none()
    {
        BankRequest[] requests = [.. Enumerable.Range(0, 16).Select(static kelvin => Request with { TemperatureKelvin = 300 + kelvin })];
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, step =>
        {
            DiskBankCache cache = Cache(limit: 20_000);
            BankRequest request = requests[step % requests.Length];
            if (step % 50 == 49)
                new BankCacheFolder(_folder.Root).Clear();
            else if (step % 3 == 0)
                cache.Add(request, Solution);
            else if (cache.Find(request) is { } found)
                AreEqual(found, Solution).ShouldBeTrue();
        });
        _notices.ShouldBeEmpty();
        Directory.EnumerateFiles(_folder.Root).ShouldAllBe(static file => file.EndsWith(".bank"));
    }

    [Fact]
    public void A_folder_never_holds_more_than_its_limit_and_loses_what_was_not_used_for_longest()
    {
        Cache().Add(Request, Solution);
        long entry = new FileInfo(Entries().Single()).Length;
        DiskBankCache cache = Cache(limit: 4 * entry);
        BankRequest[] requests = [.. Enumerable.Range(0, 12).Select(static kelvin => Request with { TemperatureKelvin = 301 + kelvin })];
        DateTime time = DateTime.UtcNow.AddDays(-20);
        File.SetLastWriteTimeUtc(Entries().Single(), time);
        foreach (BankRequest request in requests)
        {
            cache.Add(request, Solution);
            File.SetLastWriteTimeUtc(new BankCacheFolder(_folder.Root).EntryOf(BankKey.Of(request)), time = time.AddHours(1));
            new BankCacheFolder(_folder.Root).Measure().Bytes.ShouldBeLessThanOrEqualTo(4 * entry);
        }

        cache.Find(Request).ShouldBeNull();
        cache.Find(requests[^1]).ShouldNotBeNull();
    }

    [Fact]
    public void A_used_entry_outlives_an_older_one_that_was_written_later()
    {
        (BankRequest used, BankRequest unused) = (Request, Request with { TemperatureKelvin = 301 });
        BankCacheFolder folder = new(_folder.Root);
        Cache().Add(used, Solution);
        Cache().Add(unused, Solution);
        File.SetLastWriteTimeUtc(folder.EntryOf(BankKey.Of(used)), DateTime.UtcNow.AddDays(-9));
        File.SetLastWriteTimeUtc(folder.EntryOf(BankKey.Of(unused)), DateTime.UtcNow.AddDays(-8));
        Cache().Find(used).ShouldNotBeNull();
        folder.Trim(new FileInfo(folder.EntryOf(BankKey.Of(used))).Length);
        Cache().Find(used).ShouldNotBeNull();
        Cache().Find(unused).ShouldBeNull();
    }

    [Fact]
    public void Clearing_leaves_files_of_other_names()
    {
        Cache().Add(Request, Solution);
        _folder.Write("mine.txt", "mine");
        new BankCacheFolder(_folder.Root).Clear().Entries.ShouldBe(1);
        Directory.EnumerateFiles(_folder.Root).Select(Path.GetFileName).ShouldBe(["mine.txt"]);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_once_and_stops_nothing()
    {
        string file = _folder.Write("taken", "a file where the folder should be");
        DiskBankCache cache = new(file, notice: _notices.Add);
        AreEqual(BankSolver.Solve(Request, cache), Solution).ShouldBeTrue();
        AreEqual(BankSolver.Solve(Request, cache), Solution).ShouldBeTrue();
        _notices.Select(static notice => (notice.Code, notice.Severity)).ShouldBe([(ArrayCodes.CacheUnwritable, Severity.Message)]);
    }

    [Fact]
    public void A_Pareto_front_is_no_answer_to_the_question_without()
    {
        BankSolution front = BankSolver.Solve(Request, [ArrayTarget.Area, ArrayTarget.ReadLatency]);
        Should.Throw<ArgumentException>(() => Cache().Add(Request, front));
    }

    private DiskBankCache Cache(long limit = DiskBankCache.DefaultLimit) => new(_folder.Root, limit, _notices.Add);

    private string[] Entries() => [.. Directory.EnumerateFiles(_folder.Root, "*.bank")];

    /// <summary>Equal records compare their doubles by value; the text form of a double is exact as well.</summary>
    private static bool AreEqual(BankSolution one, BankSolution other) =>
        one.Tried == other.Tried
            && one.Winners.SequenceEqual(other.Winners)
            && one.Rejections.SequenceEqual(other.Rejections)
            && one.Front.Count == other.Front.Count;
}
