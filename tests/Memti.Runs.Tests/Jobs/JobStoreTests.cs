using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Jobs;

namespace Memti.Runs.Tests.Jobs;

public sealed class JobStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Diagnostic> _notices = [];

    private string StoreFile => Path.Combine(_folder.Root, "jobs");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Jobs_are_there_when_the_store_is_opened_again()
    {
        Fill(5000);
        Dictionary<JobKey, string> jobs = Read();
        jobs.Count.ShouldBe(5000);
        jobs[KeyOf(4321)].ShouldBe("result 4321");
        _notices.ShouldBeEmpty();
    }

    [Fact]
    public void The_last_result_of_a_job_counts()
    {
        Fill(3);
        using (JobStore store = Open([]))
        {
            store.Add(KeyOf(1), "another"u8);
            store.Flush();
        }

        Read()[KeyOf(1)].ShouldBe("another");
    }

    [Fact]
    public void A_million_jobs_are_one_file()
    {
        using (JobStore store = Open([]))
        {
            for (ulong job = 0; job < 1_000_000; job++)
                store.Add(new JobKey(job, job), BitConverter.GetBytes(job));
            store.Flush();
        }

        int count = 0;
        JobStore.ReadAll(StoreFile, (key, result) => count += BitConverter.ToUInt64(result) == key.High ? 1 : 0, _notices.Add);
        count.ShouldBe(1_000_000);
        Directory.GetFiles(_folder.Root).ShouldHaveSingleItem();
    }

    [Fact]
    public void Wherever_a_killed_run_left_off_the_blocks_before_are_there()
    {
        for (int block = 0; block < 4; block++)
            Fill(10, block * 10);
        byte[] whole = File.ReadAllBytes(StoreFile);
        int before = 0;
        for (int length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(StoreFile, whole[..length]);
            Dictionary<JobKey, string> jobs = Read();
            (jobs.Count % 10, jobs.Count >= before).ShouldBe((0, true));
            before = jobs.Count;
            _notices.ShouldBeEmpty();
        }

        before.ShouldBe(40);
    }

    [Fact]
    public void A_store_that_was_cut_off_grows_on()
    {
        Fill(10);
        File.WriteAllBytes(StoreFile, [.. File.ReadAllBytes(StoreFile), 1, 2, 3]);
        Fill(10, 10);
        Read().Count.ShouldBe(20);
    }

    [Fact]
    public void Bytes_that_changed_are_a_warning_and_their_jobs_are_lost_alone()
    {
        Fill(10);
        long first = new FileInfo(StoreFile).Length;
        Fill(10, 10);
        Fill(10, 20);
        byte[] bytes = File.ReadAllBytes(StoreFile);
        bytes[first + 30] ^= 1;
        File.WriteAllBytes(StoreFile, bytes);

        Read().Count.ShouldBe(20);
        Diagnostic notice = _notices.ShouldHaveSingleItem();
        (notice.Code, notice.Severity, notice.File).ShouldBe((SweepCodes.StoreDamaged, Severity.Warning, StoreFile));
    }

    [Fact]
    public void Two_processes_cannot_have_one_store()
    {
        using JobStore store = Open([]);
        Should.Throw<MemtiException>(() => Open([])).Diagnostic.Code.ShouldBe(SweepCodes.StoreInUse);
    }

    [Fact]
    public void A_store_of_another_version_is_refused_and_left_as_it_is()
    {
        Fill(1);
        byte[] bytes = File.ReadAllBytes(StoreFile);
        bytes[8] = 2;
        File.WriteAllBytes(StoreFile, bytes);

        MemtiException error = Should.Throw<MemtiException>(() => Open([]));
        (error.Diagnostic.Code, error.Diagnostic.Permitted).ShouldBe((SweepCodes.StoreOfOtherVersion, "1"));
        File.ReadAllBytes(StoreFile).ShouldBe(bytes);
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_and_left_as_it_is()
    {
        File.WriteAllText(StoreFile, "a file of the user, longer than a head");
        Should.Throw<MemtiException>(() => Open([])).Diagnostic.Code.ShouldBe(SweepCodes.StoreOfOtherVersion);
        File.ReadAllText(StoreFile).ShouldStartWith("a file of the user");
    }

    private static JobKey KeyOf(int job) => JobKey.Of($"job {job}");

    private JobStore Open(Dictionary<JobKey, string> jobs) =>
        JobStore.Open(StoreFile, (key, result) => jobs[key] = Encoding.UTF8.GetString(result), _notices.Add);

    private void Fill(int count, int from = 0)
    {
        using JobStore store = Open([]);
        for (int job = from; job < from + count; job++)
            store.Add(KeyOf(job), Encoding.UTF8.GetBytes($"result {job}"));
        store.Flush();
    }

    private Dictionary<JobKey, string> Read()
    {
        Dictionary<JobKey, string> jobs = [];
        Open(jobs).Dispose();
        return jobs;
    }
}
