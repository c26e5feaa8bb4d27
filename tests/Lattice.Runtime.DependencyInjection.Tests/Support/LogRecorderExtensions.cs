using Lattice.TestSupport.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Tests.Support;

internal static class LogRecorderExtensions
{
    extension(LogRecorder)
    {
        /// <summary>Adds a recorder to the services' logging.</summary>
        public static LogRecorder AddTo(IServiceCollection services)
        {
            var recorder = new LogRecorder();
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(recorder));
            return recorder;
        }
    }
}
