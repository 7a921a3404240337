using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Documents.Nodes;
using Memti.Plugins.Catalog;
using Memti.Plugins.Codes;
using Memti.Runs.Codes;
using Memti.Runs.Jobs;
using Memti.Runs.Reports;
using Memti.Runs.Sweeps.Bases;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Points;
using Memti.Runs.Sweeps.Results;
using Memti.Runs.Sweeps.Shards;
using Memti.Simulation.Codes;

namespace Memti.Runs.Sweeps.Running;

/// <summary>
/// From a study to a table: enumerate, take from the store what it has, run the rest, put together. Data flows one way; a point that fails
/// is a row with its code.
/// </summary>
/// <param name="catalog">The kinds that scenarios may name.</param>
/// <param name="kinds">What a study may name as its base beside a scenario.</param>
public sealed class SweepRun(PluginCatalog catalog, params IReadOnlyList<IStudyBaseKind> kinds)
{
    /// <summary>Name of the store in the folder of the results.</summary>
    public const string StoreName = "points.store";

    /// <summary>Name of the folder for what points leave for each other.</summary>
    private const string LeftName = "artifacts";

    /// <summary>Runs a sweep.</summary>
    /// <returns>The results, or findings that say why there are none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled; the store has every point that was done.</exception>
    /// <exception cref="MemtiException">The store cannot be used or written.</exception>
    public SweepOutcome Run(SweepRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        List<Diagnostic> findings = [];
        string left = Path.Combine(request.Folder, LeftName);
        using SweepWork? work = Prepare(request.Study, left, request.Threads, findings, cancellationToken);
        if (work is null)
            return new SweepOutcome(null, findings);
        TableBuilder table = work.NewTable();
        Complete(work, table, Path.Combine(request.Folder, StoreName), request, findings, cancellationToken);
        return new SweepOutcome(Result(request.Study, work, table, findings, cancellationToken), findings);
    }

    /// <summary>Runs one shard of a sweep into the folder of its parts; does nothing when it is finished.</summary>
    /// <returns>What was found; an error says why the shard is not finished.</returns>
    /// <inheritdoc cref="Run" path="/exception"/>
    public IReadOnlyList<Diagnostic> RunShard(SweepRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Shard);
        List<Diagnostic> findings = [];
        // Shards run at one time, each with a folder of its own.
        string left = Path.Combine(request.Folder, LeftName, request.Shard.ToString().Replace('/', '-'));
        using SweepWork? work = Prepare(request.Study, left, request.Threads, findings, cancellationToken);
        if (work is null)
            return findings;
        PartsFolder parts = work.PartsIn(request.Folder);
        string file = parts.FileOf(request.Shard);
        if (File.Exists(file))
            return findings;
        parts.Claim(request.Study.File, request.Shard);
        if (Complete(work, work.NewTable(), parts.WorkFileOf(request.Shard), request, findings, cancellationToken) is var late && late > 0)
            findings.Add(new Diagnostic(
                SweepCodes.PointsFailed,
                string.Create(CultureInfo.InvariantCulture, $"{late} points of shard {request.Shard} took too long; run it again."))
            {
                File = file,
            });
        else
            WholeFile.Rename(parts.WorkFileOf(request.Shard), file);
        return findings;
    }

    /// <summary>Puts the shards of a folder together.</summary>
    /// <param name="study">The study that they are of.</param>
    /// <param name="folder">Their folder.</param>
    /// <param name="shards">Number of shards, to say which are missing.</param>
    /// <param name="cancellationToken">Ends the wait for a plugin.</param>
    /// <returns>The same results as those of one process, or what is missing.</returns>
    public SweepOutcome Merge(SweepStudy study, string folder, int shards, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        List<Diagnostic> findings = [];
        using SweepWork? work = Prepare(study, Path.Combine(folder, LeftName), 1, findings, cancellationToken);
        if (work is null)
            return new SweepOutcome(null, findings);
        TableBuilder table = work.NewTable();
        PartsFolder parts = work.PartsIn(folder);
        var filled = new StoredPoints(work, table);
        foreach (string file in parts.Files)
            JobStore.ReadAll(file, filled.Take, findings.Add);
        if (MissingPoints.Of(work, table, parts, folder, shards) is { } missing)
            return new SweepOutcome(null, [.. findings, missing]);
        return new SweepOutcome(Result(study, work, table, findings, cancellationToken), findings);
    }

    /// <summary>Runs some points, spread over the study, to see how long they take. A merge takes them, too.</summary>
    /// <param name="request">The study, the folder of its parts, and the threads.</param>
    /// <param name="points">How many points.</param>
    /// <param name="findings">What was found; an error says why there is no pilot.</param>
    /// <param name="cancellationToken">Stops the runs.</param>
    /// <returns>Number of all points; null after an error.</returns>
    public int? RunPilot(SweepRequest request, int points, out IReadOnlyList<Diagnostic> findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        List<Diagnostic> found = [];
        findings = found;
        string left = Path.Combine(request.Folder, LeftName, "pilot");
        using SweepWork? work = Prepare(request.Study, left, request.Threads, found, cancellationToken);
        if (work is null)
            return null;
        TableBuilder table = work.NewTable();
        using JobStore store = JobStore.Open(work.PartsIn(request.Folder).PilotFile, new StoredPoints(work, table).Take, found.Add);
        int count = work.Grid.Count;
        int tried = Math.Min(points, count);
        int[] chosen = [.. Enumerable.Range(0, tried).Select(index => (int)((long)index * count / tried))];
        RunPoints(work, table, store, request with { Progress = null }, chosen, 0, cancellationToken);
        store.Flush();
        return count;
    }

    private SweepWork? Prepare(
        SweepStudy study, string folder, int threads, List<Diagnostic> findings, CancellationToken cancellationToken)
    {
        List<Diagnostic> found = [];
        IEnumerable<AxisCase> words = study.Axes.Where(static axis => !axis.Axis.IsNumber).SelectMany(static axis => axis.Cases);
        string[] expressions = [.. words.SelectMany(static one => one.Overrides), .. study.Set];
        var request = new StudyBaseRequest(study.Base, study.Set, expressions, study.Designs, folder, threads);
        IStudyBase? start = kinds.FirstOrDefault(kind => kind.Reads(study.Base)) is { } kind
            ? kind.Open(request, found, cancellationToken)
            : ScenarioBase.Open(request, catalog, found, cancellationToken);
        findings.AddRange(found.Select(finding => InStudy(study, finding)));
        if (start is null)
            return null;
        PointGrid grid = PointGrid.Of(study);
        findings.AddRange(StudyCheck.Of(study, grid, start));
        if (!findings.Exists(static finding => finding.Severity == Severity.Error))
            return new SweepWork(study, grid, start, SweepContext.Of(study, start, catalog));
        start.Dispose();
        return null;
    }

    private static Diagnostic InStudy(SweepStudy study, Diagnostic finding) =>
        finding.File == FindingList.CommandLineFile ? finding with { File = study.File, Line = 0, Column = 0 } : finding;

    /// <returns>Number of points that are not in the store, because a plugin took too long.</returns>
    private static int Complete(
        SweepWork work,
        TableBuilder table,
        string file,
        SweepRequest request,
        List<Diagnostic> findings,
        CancellationToken cancellationToken)
    {
        var filled = new StoredPoints(work, table);
        using JobStore store = JobStore.Open(file, filled.Take, findings.Add);
        if (filled.OutOfDate(file) is { } notice)
            findings.Add(notice);
        try
        {
            if (filled.IsContextNew)
                store.Add(StoredPoints.ContextKey, JsonSerializer.SerializeToUtf8Bytes(work.Context.Parts));
            int[] missing = [.. Enumerable.Range(0, work.Grid.Count).Where(point =>
                !table.IsDone(point) && request.Shard?.Has(table.KeyOf(point)) is null or true)];
            return RunPoints(work, table, store, request, missing, filled.Count, cancellationToken);
        }
        finally
        {
            store.Flush();
        }
    }

    private static int RunPoints(
        SweepWork work,
        TableBuilder table,
        JobStore store,
        SweepRequest request,
        int[] points,
        int fromStore,
        CancellationToken cancellationToken)
    {
        (int done, int total, int failed, int late) = (fromStore, fromStore + points.Length, 0, 0);
        request.Progress?.Report(new SweepProgress(done, total, fromStore, failed));
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Clamp(request.Threads, 1, work.Base.MostAtOnce),
            CancellationToken = cancellationToken,
        };
        try
        {
            // One at a time and in their order: neighbours share the most, and a slow one keeps no other waiting.
            Parallel.ForEach(InOrder(points), options, point =>
            {
                if (!table.HasValues(point))
                {
                    PointRecord record = PointRecord.Of(work.Base, work.Grid.Overrides(point));
                    cancellationToken.ThrowIfCancellationRequested();
                    if (!Keep(store, table.KeyOf(point), record))
                        Interlocked.Increment(ref late);
                    work.Fill(table, point, record);
                    if (record.Error is not null)
                        Interlocked.Increment(ref failed);
                }

                if (table.NeedsIntervals(point))
                    Draw(work, table, store, point, cancellationToken);
                request.Progress?.Report(
                    new SweepProgress(Interlocked.Increment(ref done), total, fromStore, Volatile.Read(ref failed)));
            });
        }
        catch (AggregateException errors) when (errors.InnerExceptions.OfType<MemtiException>().FirstOrDefault() is { } error)
        {
            ExceptionDispatchInfo.Throw(error);
        }

        return late;
    }

    private static void Draw(SweepWork work, TableBuilder table, JobStore store, int point, CancellationToken cancellationToken)
    {
        PointRunner runner = ((ScenarioBase)work.Base).Runner; // no other base has uncertain numbers
        PointRecord intervals = runner.RunSamples(work.Grid.Overrides(point), work.Draws!, work.Study.Uncertainty!.Samples);
        cancellationToken.ThrowIfCancellationRequested();
        Keep(store, work.IntervalKeyOf(point), intervals);
        work.FillIntervals(table, point, intervals);
    }

    // What took too long on a busy machine may not the next time.
    private static bool Keep(JobStore store, JobKey key, PointRecord record)
    {
        if (record.Error?.Code is PluginCodes.PluginTimedOut or SimulationCodes.NoProgress)
            return false;
        var bytes = new ArrayBufferWriter<byte>();
        record.Write(bytes);
        store.Add(key, bytes.WrittenSpan);
        return true;
    }

    private static OrderablePartitioner<int> InOrder(int[] points) =>
        Partitioner.Create(points, EnumerablePartitionerOptions.NoBuffering);

    private SweepResult Result(
        SweepStudy study, SweepWork work, TableBuilder built, List<Diagnostic> findings, CancellationToken cancellationToken)
    {
        SweepTable table = built.Build([.. study.Constraints.Where(static condition => condition.NeedsMetrics)]);
        if (table.Failed > 0)
            findings.Add(PointsFailed(study, table));
        NumberStudy? numbers = study.Uncertainty is not null && work.Base is ScenarioBase start
            ? new NumberStudy(start.Runner, study, start.Designs)
            : null;
        return new SweepResult
        {
            Study = study.Name,
            Description = study.Description,
            File = study.File,
            Sha256 = study.Sha256,
            Base = study.Base,
            BaseSha256 = work.Base.Sha256,
            Version = MemtiVersion.Current,
            Table = table,
            Objectives = study.Objectives,
            Front = FrontSearch.Of(table, study.Objectives),
            CrossingMetric = study.Crossings,
            Crossings = study.Crossings is { } metric ? CrossingSearch.Of(table, metric) : [],
            Charts = study.Charts,
            Samples = study.Uncertainty?.Samples ?? 0,
            Tornado = numbers?.Tornado() ?? [],
            Unsampled = numbers?.Unsampled(cancellationToken) ?? [],
            Plugins = [.. catalog.Plugins.Select(PluginRow.Of)],
        };
    }

    private static Diagnostic PointsFailed(SweepStudy study, SweepTable table)
    {
        PointError first = Enumerable.Range(0, table.Points).Select(table.Error).First(static error => error is not null)!;
        return new Diagnostic(
            SweepCodes.PointsFailed,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{table.Failed} of {table.Points} points failed; the first with {first.Code}: {first.Message}"))
        {
            Severity = Severity.Warning,
            File = study.File,
        };
    }
}
