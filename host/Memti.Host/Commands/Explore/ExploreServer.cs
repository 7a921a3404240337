using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Memti.Abstractions.Diagnostics;
using Memti.Pages.Studies;
using Memti.Runs.Codes;

namespace Memti.Host.Commands.Explore;

/// <summary>Serves the page of an explorer to browsers of this machine: the page, its rows, and the points of its charts.</summary>
internal sealed class ExploreServer : IDisposable
{
    /// <summary>Ports that are tried, one after the other, where none was chosen.</summary>
    private const int Tries = 20;

    private readonly HttpListener _listener;
    private readonly byte[] _page;
    private readonly ExploreAnswers _answers;

    private ExploreServer(HttpListener listener, string page, ExploreAnswers answers) =>
        (_listener, _page, _answers) = (listener, Encoding.UTF8.GetBytes(page), answers);

    /// <summary>Where the page is.</summary>
    public string Address => _listener.Prefixes.First();

    /// <summary>Listens on the loopback interface.</summary>
    /// <param name="page">The page.</param>
    /// <param name="answers">What the page may ask.</param>
    /// <param name="port">The port; null for the first free one from <paramref name="usual"/> on.</param>
    /// <param name="usual">The port that is tried first.</param>
    /// <exception cref="MemtiException"><see cref="SweepCodes.PortInUse"/>.</exception>
    public static ExploreServer Open(string page, ExploreAnswers answers, int? port, int usual)
    {
        int tries = port is null ? Tries : 1;
        for (int tried = 0; tried < tries; tried++)
            if (Listen((port ?? usual) + tried) is { } listener)
                return new ExploreServer(listener, page, answers);
        throw new MemtiException(new Diagnostic(
            SweepCodes.PortInUse,
            string.Create(CultureInfo.InvariantCulture, $"port {port ?? usual} of 127.0.0.1 is in use; choose another with --port."))
        {
            Key = "port",
        });
    }

    public void Dispose() => _listener.Close();

    /// <summary>Serves until it is cancelled.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration stop = cancellationToken.Register(_listener.Stop);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                HttpListenerContext context = _listener.GetContext();
                _ = Task.Run(() => Answer(context), CancellationToken.None);
            }
            catch (Exception error) when (error is HttpListenerException or InvalidOperationException)
            {
                // A request that broke off; or the listener was stopped, and the loop ends.
            }
        }
    }

    // Only the name of the loopback interface is answered, so that no page of another site reaches the server under a name of its own.
    private static HttpListener? Listen(int port)
    {
        var listener = new HttpListener();
        listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        try
        {
            listener.Start();
            return listener;
        }
        catch (HttpListenerException)
        {
            listener.Close();
            return null;
        }
    }

    private void Answer(HttpListenerContext context)
    {
        try
        {
            (int status, string type, byte[] body) = AnswerTo(context.Request);
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            context.Response.Headers["X-Content-Type-Options"] = "nosniff";
            context.Response.Headers["Cache-Control"] = "no-store";
            context.Response.ContentLength64 = body.Length;
            context.Response.OutputStream.Write(body);
            context.Response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or IOException or InvalidOperationException)
        {
            // The browser has gone.
            context.Response.Abort();
        }
    }

    private (int Status, string Type, byte[] Body) AnswerTo(HttpListenerRequest request)
    {
        string question = request.QueryString["q"] ?? "";
        try
        {
            return (request.HttpMethod, request.Url?.AbsolutePath) switch
            {
                ("GET", "/") => (200, "text/html; charset=utf-8", _page),
                ("GET", "/rows") => (200, "application/json", Encoding.UTF8.GetBytes(_answers.Rows(question))),
                ("GET", "/points") => (200, "application/json", Encoding.UTF8.GetBytes(_answers.Points(question))),
                _ => Plain(404, "there is no such page"),
            };
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return Plain(400, error.Message);
        }
    }

    private static (int Status, string Type, byte[] Body) Plain(int status, string text) =>
        (status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));
}
